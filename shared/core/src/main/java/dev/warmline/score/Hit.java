package dev.warmline.score;

import dev.warmline.event.Event;

/**
 * One event counted by one rule.
 *
 * @param at from when it counts, in milliseconds: the event's instant, or the end of a silence
 */
record Hit(long at, Event event) {

  static Hit of(LoggedEvent match) {
    return new Hit(match.at(), match.event());
  }

  /** Whether its event is behaviour that is too old to count. */
  boolean hasExpired(long now, long retention) {
    return event.type().isBehaviour() && now - Millis.of(event.occurredAt()) >= retention;
  }
}
