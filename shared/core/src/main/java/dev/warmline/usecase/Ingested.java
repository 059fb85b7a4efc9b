package dev.warmline.usecase;

import java.time.Duration;

/** What became of a request with events. */
public sealed interface Ingested {

  /** Why a request is refused as a whole; clients do not send it again. */
  enum Status {
    /** Not JSON, or over a limit. */
    BAD_REQUEST,
    /** No write key, or none that is known. */
    UNKNOWN_KEY,
    /** A page of this origin may not use the key. */
    FORBIDDEN_ORIGIN
  }

  /**
   * Everything that can be taken is durable.
   *
   * @param stored how many events are new in the log
   * @param taken how many are in the log now, those that were there before included
   * @param parked how many were refused and kept with their reason
   */
  record Accepted(int stored, int taken, int parked) implements Ingested {}

  /** Nothing was taken; the reason is for the sender. */
  record Refused(Status status, String reason) implements Ingested {}

  /** Something acceptable may not be durable yet: send the same again after a while. */
  record Unavailable(Duration retryAfter) implements Ingested {}
}
