package dev.warmline.lead;

import dev.warmline.event.Digest;
import dev.warmline.event.ProfileKey;

/**
 * Names a lead. Made from the key of the profile that founded it, so that the same history founds
 * the same lead on every machine and in every order.
 *
 * @param value {@code l-} and 16 or more URL-safe characters
 */
public record LeadId(String value) implements Comparable<LeadId> {
  private static final int LENGTH = 16;

  public LeadId {
    if (!value.startsWith("l-") || value.length() < 3) {
      throw new IllegalArgumentException("not a lead id: " + value);
    }
  }

  /** The id of the lead that this profile founds. */
  public static LeadId foundedBy(ProfileKey profile) {
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
