package dev.warmline.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a body turned out to be. */
public sealed interface BodyRead {

  /**
   * Events, and what the body says for all of them.
   *
   * @param envelope the top-level keys without the batch; the event itself for a single one
   */
  record Events(ObjectNode envelope, List<RawEvent> events) implements BodyRead {
    public Events {
      events = List.copyOf(events);
    }
  }

  /**
   * Not JSON, or over a limit of the whole.
   *
   * @param reason for the sender: what is wrong and how to mend it
   * @param excerpt what was sent, cut short
   */
  record Refused(String reason, String excerpt) implements BodyRead {}
}
