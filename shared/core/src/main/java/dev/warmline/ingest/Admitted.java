package dev.warmline.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A request from a source that may send: what all its events have in common.
 *
 * @param envelope what the body says for all of them
 * @param receivedAt kept to the millisecond
 */
public record Admitted(
    IngestRequest request, Source source, ObjectNode envelope, Instant receivedAt) {

  public Admitted {
    receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
