package dev.warmline.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One event as it was sent, not yet judged. */
public sealed interface RawEvent {

  /** An object within the limits; nothing in it has been looked at. */
  record Sound(ObjectNode json) implements RawEvent {}

  /**
   * Something that can be no event.
   *
   * @param reason what is wrong and how to mend it
   * @param excerpt what was sent, cut short
   */
  record Flawed(String reason, String excerpt) implements RawEvent {}
}
