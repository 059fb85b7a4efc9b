package dev.warmline.event;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

/**
 * Until when new work may be started. Whoever makes many calls asks before each of them, so that an
 * answer can still be given in time; what is under way may end.
 */
@FunctionalInterface
public interface Deadline {
  /** There is always time. */
  Deadline NEVER = () -> false;

  /** Whether nothing new may be started any more. Once true, always true. */
  boolean hasPassed();

  /** The deadline at this instant, the instant itself included, by this clock. */
  static Deadline at(Instant end, InstantSource clock) {
    return () -> !clock.instant().isBefore(end);
  }

  /**
   * Goes on while there is time.
   *
   * @param what could not be done otherwise, for the message; no personal data
   * @throws StoreUnavailable if the deadline has passed
   */
  default void check(String what) {
    if (hasPassed()) {
      throw new StoreUnavailable(what, new TimeoutException("the time for it has run out"));
    }
  }
}
