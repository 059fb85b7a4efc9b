package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import java.util.Optional;

/** Finds leads by their ids and by those of persons and devices. */
public final class LeadDirectory {
  private final LeadStore store;

  /** Looks into a store. */
  public LeadDirectory(LeadStore store) {
    this.store = store;
  }

  /** The living lead with this id: follows tombstones to the survivor. Empty if there is none. */
  public Optional<Lead> findLiving(LeadId id) {
    var lead = store.findLead(id);
    while (lead.isPresent() && lead.get().mergedInto().isPresent()) {
      lead = store.findLead(lead.get().mergedInto().get());
    }
    return lead;
  }

  /**
   * The lead of a person, or the one that has a device since it changed hands last; it may have
   * become a tombstone. Empty if there is none.
   */
  public Optional<LeadId> findLead(ProfileKey profile) {
    if (!profile.isAnonymous()) {
      return store.findLink(profile).map(Link::lead);
    }
    var timeline = store.findTimeline(profile);
    return timeline.last().map(timeline.leads()::get);
  }
}
