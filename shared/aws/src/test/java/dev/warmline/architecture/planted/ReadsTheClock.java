package dev.warmline.architecture.planted;

import java.time.Instant;
import software.amazon.awssdk.regions.Region;

/** Breaks two rules: it asks the clock and knows AWS. */
final class ReadsTheClock {
  private ReadsTheClock() {}

  static String now() {
    return Region.EU_CENTRAL_1.id() + Instant.now();
  }
}
