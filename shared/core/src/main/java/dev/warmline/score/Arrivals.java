package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.rule.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the places of new events in the tail of a checkpoint. */
final class Arrivals {
  private final Model model;
  private final long at;
  private final long mark;
  private final Set<String> judged;
  private final List<LoggedEvent> tail;
  private final RecentIds ids;
  private final Set<String> known = new HashSet<>();
  private final Set<Long> instants;
  private final List<LoggedEvent> arrived = new ArrayList<>();

  /**
   * Between a past that is settled up to a mark, and an instant.
   *
   * @param judged digests of the ids that verdicts are about
   * @param ids of events of the lead; those that arrive are added
   */
  Arrivals(
      Model model, long at, long mark, Set<String> judged, List<LoggedEvent> tail, RecentIds ids) {
    this.model = model;
    this.at = at;
    this.mark = mark;
    this.judged = judged;
    this.tail = tail;
    this.ids = ids;
    tail.forEach(event -> known.add(event.name()));
    this.instants = tail.stream().map(LoggedEvent::at).collect(Collectors.toSet());
  }

  /**
   * Takes the next event in order.
   *
   * @return false if only the whole log can tell what it means
   */
  boolean take(Event event) {
    var rules = event.isAuthorised() ? model.matching(event) : Optional.<int[]>empty();
    if (rules.isEmpty()) {
      return true;
    }
    var logged = new LoggedEvent(event, rules.get());
    if (!isPlain(event.type()) || judged.contains(LoggedEvent.digest(event.id()))) {
      return false;
    }
    if (CountingEvents.isBornBot(event)
        || !Fold.concerns(logged)
        || known.contains(logged.name())) {
      return true;
    }
    if (logged.at() <= mark
        || logged.at() > at
        || instants.contains(logged.at())
        || (Fold.looksAt(logged) && !ids.add(logged))) {
      return false;
    }
    if (!event.type().isBehaviour() || at - logged.at() < Millis.of(model.retention())) {
      known.add(logged.name());
      arrived.add(logged);
    }
    return true;
  }

  /** The tail with the new events in their places. */
  List<LoggedEvent> merged() {
    var merged = new ArrayList<>(tail);
    merged.addAll(arrived);
    merged.sort(Comparator.comparingLong(LoggedEvent::at));
    return merged;
  }

  private static boolean isPlain(EventType type) {
    return switch (type) {
      case PAGE, SCREEN, TRACK, EMAIL, IDENTIFY, GROUP -> true;
      case ALIAS, IMPORT, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> false;
    };
  }
}
