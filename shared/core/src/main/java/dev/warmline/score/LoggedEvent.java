package dev.warmline.score;

import dev.warmline.event.Digest;
import dev.warmline.event.Event;
import java.util.Optional;

/** An event of the history with what the model's patterns say of it. */
final class LoggedEvent {
  private static final int NAME_LENGTH = 9;

  private final Event event;
  private final long at;
  private final int[] matches;
  private final Optional<String> name;
  private final Optional<String> touch;

  LoggedEvent(Event event, int[] matches) {
    this(event, matches, Optional.empty());
  }

  private LoggedEvent(Event event, int[] matches, Optional<String> name) {
    this.event = event;
    this.at = Millis.of(event.occurredAt());
    this.matches = matches;
    this.name = name;
    this.touch = Touches.read(event);
  }

  /** What a checkpoint kept of an event: its id is the {@link #name()} of the event. */
  static LoggedEvent reduced(Event event, int[] matches) {
    return new LoggedEvent(event, matches, Optional.of(event.id()));
  }

  /** A short digest of a text, as checkpoints keep it: 54 bits. */
  static String digest(String text) {
    return Digest.of(text).substring(0, NAME_LENGTH);
  }

  Event event() {
    return event;
  }

  /** A short digest of what names the event in the log. */
  String name() {
    return name.orElseGet(
        () -> digest(event.profile().key() + "\n" + event.trust().word() + "\n" + event.name()));
  }

  /** The channel that it shows, if it is an event that may show one. */
  Optional<String> touch() {
    return touch;
  }

  /** When it happened, in milliseconds. */
  long at() {
    return at;
  }

  /** The places of the patterns it matches: the rules, the fast-track rules, contacts. */
  int[] matches() {
    return matches;
  }
}
