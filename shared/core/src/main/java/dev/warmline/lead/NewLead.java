package dev.warmline.lead;

import dev.warmline.event.EventJson;
import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A lead before its first evaluation. */
final class NewLead {
  private NewLead() {}

  static Lead foundedBy(LeadId id, ProfileKey profile, Instant now) {
    return new Lead(
        id,
        1,
        new TreeSet<>(List.of(profile)),
        Optional.empty(),
        Stage.SUSPECT,
        now,
        0,
        0,
        Optional.empty(),
        0,
        EventJson.newObject(),
        EventJson.newObject(),
        Optional.empty(),
        Optional.empty());
  }
}
