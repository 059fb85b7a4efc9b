package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.rule.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events that count at an instant, in order: those that have happened, have not expired, are of
 * no bot, and are the one of their id that counts; none if the person has withdrawn consent.
 */
final class CountingEvents {
  private final Model model;
  private final long at;
  private final boolean countsIdleTime;
  private final Map<String, Boolean> judged = new HashMap<>();
  private final List<LoggedEvent> withTwins = new ArrayList<>();
  private final Twins twins = new Twins();
  private final List<LoggedEvent> ageless = new ArrayList<>();
  private final Twins agelessTwins = new Twins();
  private boolean withdrawn;

  private CountingEvents(Model model, long at) {
    this.model = model;
    this.at = at;
    this.countsIdleTime = model.rules().stream().anyMatch(rule -> rule.idle().isPresent());
  }

  /** Chooses at an instant, in milliseconds. */
  static CountingEvents at(long at, History history) {
    return at(at, at, history);
  }

  /** As known later: by the robot judgements and the consent of another instant. */
  static CountingEvents at(long at, long known, History history) {
    var counting = new CountingEvents(history.model(), at);
    for (var event : history.events()) {
      if (event.at() <= known) {
        counting.note(event.event());
      }
    }
    if (!counting.withdrawn) {
      counting.choose(history);
    }
    return counting;
  }

  /** Those that count. */
  List<LoggedEvent> events() {
    return withTwins.stream().filter(twins::counts).toList();
  }

  /**
   * Those that would count if none were ever too old: what the latest match of idle time is among.
   * None if no rule counts idle time.
   */
  List<LoggedEvent> ageless() {
    return ageless.stream().filter(agelessTwins::counts).toList();
  }

  /** Whether of those that count the same ones would if none were ever too old. */
  boolean areAgeless() {
    return ageless.isEmpty()
        || withTwins.stream().allMatch(event -> twins.counts(event) == agelessTwins.counts(event));
  }

  /** Those that count, and the other copies of their ids. */
  List<LoggedEvent> withTwins() {
    return withTwins;
  }

  /** Puts what is known of all of them at once into a fold that is to take them. */
  Fold into(Fold fold) {
    fold.oldestTwin = twins.oldest();
    fold.withdrawn = withdrawn;
    ageless().stream().filter(this::isTooOld).forEach(fold::addAgeless);
    return fold;
  }

  /** The fold of those that count. */
  Fold fold() {
    var fold = into(new Fold(model));
    withTwins.forEach(event -> add(event, fold));
    return fold;
  }

  private void add(LoggedEvent event, Fold fold) {
    if (twins.counts(event)) {
      fold.addAging(event);
    }
    if (countsIdleTime && agelessTwins.counts(event)) {
      fold.addAgeless(event);
    }
  }

  /**
   * Takes the next event after all of them into their fold, if it counts.
   *
   * @return false if it changes what counted before: then all are to be chosen anew
   */
  boolean take(LoggedEvent event, Fold fold) {
    var type = event.event().type();
    if (type == EventType.CONSENT || type == EventType.VERDICT) {
      return false;
    }
    if (withdrawn || isBot(event.event())) {
      return true;
    }
    if (!twins.add(event) || (countsIdleTime && !agelessTwins.add(event))) {
      return false;
    }
    add(event, fold);
    fold.oldestTwin = twins.oldest();
    return true;
  }

  private void choose(History history) {
    for (var event : history.events()) {
      if (event.at() > at) {
        return;
      }
      if (isBot(event.event())) {
        continue;
      }
      if (countsIdleTime) {
        ageless.add(event);
        agelessTwins.add(event);
      }
      if (!isTooOld(event)) {
        withTwins.add(event);
        twins.add(event);
      }
    }
  }

  private boolean isTooOld(LoggedEvent event) {
    return event.event().type().isBehaviour() && at - event.at() >= Millis.of(model.retention());
  }

  private void note(Event event) {
    if (event.type() == EventType.CONSENT && event.json().path("granted").isBoolean()) {
      withdrawn = !event.json().path("granted").booleanValue();
    } else if (event.type() == EventType.VERDICT && event.json().path("bot").isBoolean()) {
      event.text("about").ifPresent(id -> judged.put(id, saysBot(event.json())));
    }
  }

  private boolean isBot(Event event) {
    if (event.type() == EventType.CONSENT || event.type() == EventType.VERDICT) {
      return false;
    }
    var later = judged.get(event.id());
    return later != null ? later : isBornBot(event);
  }

  /** Whether an event came with the verdict that a bot did it. */
  static boolean isBornBot(Event event) {
    return saysBot(event.json().path("verdict"));
  }

  private static boolean saysBot(JsonNode verdict) {
    return verdict.path("bot").booleanValue();
  }
}
