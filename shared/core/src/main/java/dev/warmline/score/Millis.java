package dev.warmline.score;

import java.time.Duration;
import java.time.Instant;

/**
 * Instants and durations as milliseconds, kept so far from the ends of a long that sums are safe.
 */
final class Millis {
  private static final long FARTHEST_SECOND = 1_000_000_000_000L;

  private Millis() {}

  static long of(Instant instant) {
    var second = Math.clamp(instant.getEpochSecond(), -FARTHEST_SECOND, FARTHEST_SECOND);
    return second * 1_000 + instant.getNano() / 1_000_000;
  }

  static long of(Duration duration) {
    return duration.toMillis();
  }
}
