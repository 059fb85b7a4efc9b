package dev.warmline.aws.runtime;

import dev.warmline.lead.Retry;
import java.security.SecureRandom;

/** Waits between the attempts of writers that meet at one lead: doubling, with full jitter. */
public final class Backoff {
  private static final int ATTEMPTS = 12;
  private static final int FIRST_MILLIS = 8;
  private static final int LONGEST_MILLIS = 500;

  private Backoff() {}

  /** About three seconds in all: after that the stream brings the event again. */
  public static Retry forConflicts() {
    return new Retry(ATTEMPTS, Backoff::pause);
  }

  /** Instances that were restored from one snapshot must not draw the same waits. */
  private static int atMost(int longest) {
    return new SecureRandom().nextInt(longest) + 1;
  }

  private static void pause(int repetition) {
    var longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(repetition, 10));
    try {
      Thread.sleep(atMost(longest));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two attempts", e);
    }
  }
}
