package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.event.Json;
import dev.warmline.event.Profile;
import dev.warmline.event.Trust;
import dev.warmline.rule.Model;
import dev.warmline.rule.RepeatedMatches;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The events of a lead, one per profile, trust and name, in order, matched once. Of events that
 * share these but differ, the earliest stays, and of those of one instant the one whose text is
 * smallest: the log itself never holds two. What a browser must not say is left out.
 */
record History(Model model, List<LoggedEvent> events) {
  private static final Comparator<Event> FIRST =
      Event.ORDER.thenComparing(event -> Json.write(event.json()));

  private record Name(Profile profile, Trust trust, String name) {}

  static History of(Collection<Event> events, Model model) {
    var kept = new HashMap<Name, Event>();
    for (var event : events) {
      if (event.isAuthorised()) {
        kept.merge(new Name(event.profile(), event.trust(), event.name()), event, History::first);
      }
    }
    var ordered = new ArrayList<>(kept.values());
    ordered.sort(Event.ORDER);
    var matches = new RepeatedMatches(model);
    return new History(
        model,
        ordered.stream()
            .flatMap(
                event ->
                    matches.matching(event).map(rules -> new LoggedEvent(event, rules)).stream())
            .toList());
  }

  /** Of events that were read from a log, which holds no two of one name. */
  static History ofLog(Collection<LoggedEvent> events, Model model) {
    var ordered = new ArrayList<>(events);
    ordered.sort(Comparator.comparing(LoggedEvent::event, Event.ORDER));
    return new History(model, ordered);
  }

  /** The instant of the first event after another that may change anything, or {@code NEVER}. */
  long nextAfter(long at) {
    var next = RuleFold.NEVER;
    for (var i = events.size() - 1; i >= 0 && events.get(i).at() > at; i--) {
      if (Fold.concerns(events.get(i)) || isJudgement(events.get(i).event().type())) {
        next = events.get(i).at();
      }
    }
    return next;
  }

  private static boolean isJudgement(EventType type) {
    return type == EventType.CONSENT || type == EventType.VERDICT;
  }

  private static Event first(Event one, Event other) {
    return FIRST.compare(one, other) <= 0 ? one : other;
  }
}
