package dev.warmline.lead;

import dev.warmline.event.Digest;
import dev.warmline.event.ProfileKey;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Names a lead. That of a stored lead is random: it stands in logs, alerts and addresses of pages,
 * and whoever reads it there cannot test whose it is.
 *
 * @param value {@code l-} and 16 or more URL-safe characters
 */
public record LeadId(String value) implements Comparable<LeadId> {
  private static final int LENGTH = 16;
  private static final int BYTES = 12;

  public LeadId {
    if (!value.startsWith("l-") || value.length() < 3) {
      throw new IllegalArgumentException("not a lead id: " + value);
    }
  }

  /** The id in a text; empty if it is none. */
  public static Optional<LeadId> parse(String text) {
    return text.startsWith("l-") && text.length() > 2
        ? Optional.of(new LeadId(text))
        : Optional.empty();
  }

  /** An id that no other lead has. */
  public static LeadId random(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LeadId("l-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * What somebody is called for whom no lead is stored: in a file of events, or a device that
   * nobody has claimed. The same history is called the same everywhere.
   */
  public static LeadId unstored(ProfileKey profile) {
    return new LeadId("l-" + Digest.of(profile.value()).substring(0, LENGTH));
  }

  @Override
  public int compareTo(LeadId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
