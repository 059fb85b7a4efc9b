package dev.warmline.score;

import dev.warmline.event.Event;

/**
 * One event counted by one rule.
 *
 * @param at from when it counts, in milliseconds: the event's instant, or the end of a silence
 * @param part the value of the field that the rule's group looks at, as JSON; empty if there is
 *     none
 */
record Hit(long at, Event event, String part) {

  Hit(long at, Event event) {
    this(at, event, "");
  }

  /** Whether its event is behaviour that is too old to count. */
  boolean hasExpired(long now, long retention) {
    return event.type().isBehaviour() && now - Millis.of(event.occurredAt()) >= retention;
  }
}
