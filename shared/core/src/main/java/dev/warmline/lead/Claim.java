package dev.warmline.lead;

import dev.warmline.event.Trust;
import java.time.Instant;
import java.util.Comparator;

/**
 * An identify (or alias) that names an anonymous profile as its person's. A profile belongs to the
 * best of its claims, whatever the order in which they arrive.
 *
 * @param trust a server's claim is better than a browser's
 * @param occurredAt the earlier, the better
 * @param eventId decides between claims of the same instant
 */
public record Claim(Trust trust, Instant occurredAt, String eventId) implements Comparable<Claim> {
  private static final Comparator<Claim> BEST_FIRST =
      Comparator.comparing(Claim::trust)
          .thenComparing(Claim::occurredAt)
          .thenComparing(Claim::eventId);

  /** Negative if this claim is the better one. */
  @Override
  public int compareTo(Claim other) {
    return BEST_FIRST.compare(this, other);
  }
}
