package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** A lead before its first evaluation. */
final class NewLead {
  private NewLead() {}

  static Lead foundedBy(LeadId id, ProfileKey profile, Instant now) {
    return Lead.builder(id, now).profiles(new TreeSet<>(List.of(profile))).build();
  }
}
