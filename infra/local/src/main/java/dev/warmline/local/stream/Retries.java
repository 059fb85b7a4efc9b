package dev.warmline.local.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How failed batches are tried again.
 *
 * @param clock tells how old a record is
 * @param pause waits between attempts
 * @param maxAge a record that failed and is older than this is given up
 */
public record Retries(InstantSource clock, Pause pause, Duration maxAge) {
  private static final Duration FIRST = Duration.ofMillis(50);
  private static final int MOST_DOUBLINGS = 8;

  /** Waits; a test does not. */
  @FunctionalInterface
  public interface Pause {
    /** Waits so long, or until interrupted. */
    void of(Duration length) throws InterruptedException;
  }

  /** As the template configures it: six hours. */
  public static Retries live() {
    return new Retries(InstantSource.system(), Thread::sleep, Duration.ofHours(6));
  }

  /** Waits before the attempt after this many failures in a row: 50 ms doubling to 12.8 s. */
  void waitAfter(int failures) throws InterruptedException {
    pause.of(FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS)));
  }

  boolean isTooOld(Instant created) {
    return Duration.between(created, clock.instant()).compareTo(maxAge) > 0;
  }
}
