package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who a lead is.
 *
 * @param profiles the profiles linked to it, at most {@link Lead#MAX_PROFILES}; empty for a
 *     tombstone
 * @param mergedInto the survivor, if this lead was merged away: such a tombstone is never scored
 */
public record Identity(SortedSet<ProfileKey> profiles, Optional<LeadId> mergedInto) {

  public Identity {
    profiles = Collections.unmodifiableSortedSet(new TreeSet<>(profiles));
  }

  /** A living person with these profiles. */
  public static Identity of(SortedSet<ProfileKey> profiles) {
    return new Identity(profiles, Optional.empty());
  }

  /** What is left of a lead that was merged away. */
  public static Identity tombstone(LeadId survivor) {
    return new Identity(new TreeSet<>(), Optional.of(survivor));
  }
}
