package dev.warmline.rule;

import java.time.Duration;
import java.util.Optional;

/**
 * When a lead that nobody worked falls back.
 *
 * @param after an MQL that was not accepted for so long
 * @param unqualifiedAfter a SAL that was not made SQL for so long
 * @param retireAfter one below MQL of which nothing was heard for so long goes out for good
 */
public record Recycle(
    Optional<Duration> after, Optional<Duration> unqualifiedAfter, Optional<Duration> retireAfter) {
  /** Never. */
  public static final Recycle NEVER =
      new Recycle(Optional.empty(), Optional.empty(), Optional.empty());
}
