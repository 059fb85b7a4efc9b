package dev.warmline.usecase;

import dev.warmline.event.StoreUnavailable;
import java.time.Duration;

/** What became of a request with events. */
public sealed interface Ingested {
  /** Stands for the source where no key was known. */
  String NO_SOURCE = "unknown";

  /** The name of the source that sent it, {@link #NO_SOURCE} where there is none. */
  String source();

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
  record Accepted(String source, int stored, int taken, int parked) implements Ingested {}

  /** Nothing was taken; the reason is for the sender. */
  record Refused(String source, Status status, String reason) implements Ingested {}

  /** The source has sent as much as it may in a day; nothing was taken. */
  record OverLimit(String source, Duration retryAfter) implements Ingested {}

  /** Something acceptable may not be durable yet: send the same again after a while. */
  record Unavailable(String source, Duration retryAfter, StoreUnavailable cause)
      implements Ingested {}
}
