package dev.warmline.aws.priming;

import dev.warmline.aws.dynamo.Database;
import dev.warmline.handoff.AlertPublisher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;

/** One canned event through a function that works on these tables. */
@FunctionalInterface
public interface Rehearsal {

  /** When it is rehearsed. */
  Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

  /** What a function that is rehearsed goes by. */
  InstantSource CLOCK = InstantSource.fixed(NOW);

  /** Does it. */
  void run(HarmlessTables tables);

  /** What a handler does with the event and the id of a request. */
  @FunctionalInterface
  interface Handling {

    /** Reads the event and writes the answer. */
    void handle(InputStream event, OutputStream answer, String requestId) throws IOException;

    /** Handles the event; nobody hears the answer. */
    default void handle(InputStream event) {
      try {
        handle(event, OutputStream.nullOutputStream(), "priming");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A function as it is wired to its tables. */
  @FunctionalInterface
  interface Wiring {
    /** The function over these tables. */
    Handling over(Database database);
  }

  /** A function that publishes, as it is wired to its tables and its topic. */
  @FunctionalInterface
  interface PublishingWiring {
    /** The function over these tables and this topic. */
    Handling over(Database database, AlertPublisher topic);
  }
}
