package dev.warmline.functions.collect;

import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.Source;
import dev.warmline.ingest.IngestRequest;
import dev.warmline.usecase.IngestEvents;
import dev.warmline.usecase.Ingested;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Takes events in for all doors, and tells what became of them: numbers per source, a line for what
 * failed. Sources go by their names, never by their keys.
 */
final class JournaledIngest {
  private final IngestEvents ingest;
  private final Journal journal;
  private final String requestId;

  JournaledIngest(IngestEvents ingest, Journal journal, String requestId) {
    this.ingest = ingest;
    this.journal = journal;
    this.requestId = requestId;
  }

  /**
   * The source whose forms come under this name, if there is one.
   *
   * @throws dev.warmline.event.StoreUnavailable if it cannot be read
   */
  Optional<Source> sourceOfForms(String name, Instant now) {
    return ingest.source(Source.formKey(name), now);
  }

  Ingested take(IngestRequest request, Instant now) {
    return told(ingest.ingest(request, now), now);
  }

  /** Tells of what became of a request, and hands it on. */
  Ingested told(Ingested ingested, Instant now) {
    var source = ingested.source();
    journal.metrics().countOf(source, now, counts(ingested));
    switch (ingested) {
      case Ingested.Accepted accepted -> {
        journal.metrics().percentOf(source, now, share(accepted));
        if (accepted.parked() > 0) {
          warn("parked", Map.of("source", source, "events", accepted.parked()));
        }
      }
      case Ingested.Refused(_, var status, _) ->
          warn("request refused", Map.of("source", source, "status", status));
      case Ingested.OverLimit _ -> warn("daily limit reached", Map.of("source", source));
      case Ingested.Unavailable(_, _, var cause) ->
          journal.log().error("not stored", requestId, cause, Map.of("source", source));
    }
    return ingested;
  }

  private void warn(String message, Map<String, ?> fields) {
    journal.log().warn(message, requestId, fields);
  }

  private static Map<String, Long> counts(Ingested ingested) {
    return switch (ingested) {
      case Ingested.Accepted(_, var stored, var taken, var parked) ->
          Map.of(
              "EventsStored", (long) stored,
              "EventsRepeated", (long) taken - stored,
              "EventsParked", (long) parked);
      case Ingested.Refused _ -> Map.of("RequestsRefused", 1L);
      case Ingested.OverLimit _ -> Map.of("RequestsOverLimit", 1L);
      case Ingested.Unavailable _ -> Map.of("RequestsUnavailable", 1L);
    };
  }

  private static Map<String, Long> share(Ingested.Accepted accepted) {
    var sent = accepted.taken() + accepted.parked();
    return sent == 0 ? Map.of() : Map.of("ParkedShare", 100L * accepted.parked() / sent);
  }
}
