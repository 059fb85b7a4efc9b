package dev.warmline.score;

import dev.warmline.event.Event;

/** An event of the history with what the model's patterns say of it. */
final class LoggedEvent {
  private final Event event;
  private final long at;
  private final int[] matches;

  LoggedEvent(Event event, int[] matches) {
    this.event = event;
    this.at = Millis.of(event.occurredAt());
    this.matches = matches;
  }

  Event event() {
    return event;
  }

  /** When it happened, in milliseconds. */
  long at() {
    return at;
  }

  /** The places of the patterns it matches: the rules, then the fast-track rules. */
  int[] matches() {
    return matches;
  }
}
