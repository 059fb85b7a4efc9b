package dev.warmline.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that one of the teams did, or failed to do, about a cycle.
 *
 * @param took how long it took since the other team handed it over
 */
record Happening(What what, Instant at, Optional<Took> took) {

  /** What happened. */
  enum What {
    /** Sales was told of the lead. */
    ANNOUNCED,
    /** Sales took it. */
    ACCEPTED,
    /** The time to accept was over, and nobody had decided. */
    NOT_ACCEPTED,
    /** Sales gave it back. */
    RETURNED,
    /** With a reason that asks marketing for an answer. */
    ASKED,
    /** Marketing answered. */
    ANSWERED,
    /** The time to answer was over. */
    NOT_ANSWERED
  }

  /**
   * How long something took.
   *
   * @param worked in the hours of the queue
   * @param passed by the clock on the wall
   */
  public record Took(Duration worked, Duration passed) {}

  static Happening of(What what, Instant at) {
    return new Happening(what, at, Optional.empty());
  }
}
