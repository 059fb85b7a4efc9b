package dev.warmline.local.page;

import java.time.Duration;
import java.time.Instant;

/** Lets time pass. */
@FunctionalInterface
public interface Ahead {
  /**
   * Moves the time of the stack ahead; what becomes due in it is worked off before this returns.
   *
   * @return the time it is then
   * @throws IllegalStateException if something is not worked off in reasonable time
   */
  Instant pass(Duration time);
}
