package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the events that count at an instant. */
final class CountingEvents {
  private final Map<String, Boolean> judged = new HashMap<>();
  private boolean withdrawn;

  private CountingEvents() {}

  /**
   * The events, in order, that have happened, have not expired, are of no bot, and whose person has
   * not withdrawn consent.
   *
   * @param at the instant, in milliseconds
   */
  static List<LoggedEvent> at(long at, History history) {
    return at(at, at, history);
  }

  /** As known later: by the robot judgements and the consent of another instant. */
  static List<LoggedEvent> at(long at, long known, History history) {
    var counting = judging(known, history);
    return counting.withdrawn ? List.of() : counting.choose(at, history);
  }

  /** Whether consent is withdrawn at an instant. */
  static boolean isWithdrawn(long at, History history) {
    return judging(at, history).withdrawn;
  }

  private static CountingEvents judging(long at, History history) {
    var counting = new CountingEvents();
    for (var event : history.events()) {
      if (event.at() <= at) {
        counting.note(event.event());
      }
    }
    return counting;
  }

  private List<LoggedEvent> choose(long at, History history) {
    var retention = Millis.of(history.model().retention());
    var chosen = new ArrayList<LoggedEvent>();
    for (var event : history.events()) {
      if (event.at() <= at
          && !(event.event().type().isBehaviour() && at - event.at() >= retention)
          && !isBot(event.event())) {
        chosen.add(event);
      }
    }
    return chosen;
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
