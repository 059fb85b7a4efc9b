package dev.warmline.usecase;

import dev.warmline.event.Profile;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the lead that somebody means, by whatever they have at hand. */
public final class FindLead {
  /** Longer texts are nobody's id. */
  private static final int LONGEST = 600;

  private final LeadStore leads;
  private final LeadDirectory directory;

  /** Looks into a store. */
  public FindLead(LeadStore leads) {
    this.leads = leads;
    this.directory = new LeadDirectory(leads);
  }

  /**
   * The living lead with this id; else that of this user id, e-mail address, phone number or
   * device; else whoever gave this address first, which links nobody by itself.
   */
  public Optional<Lead> find(String anyId) {
    return anyId.length() > LONGEST
        ? Optional.empty()
        : LeadId.parse(anyId)
            .flatMap(directory::findLiving)
            .or(() -> Profile.meant(anyId).flatMap(this::linked).findFirst())
            .or(() -> Profile.email(anyId).flatMap(this::withAddress));
  }

  private Stream<Lead> linked(Profile profile) {
    return directory.findLead(profile.key()).flatMap(directory::findLiving).stream();
  }

  private Optional<Lead> withAddress(Profile address) {
    return leads.findSameAddress(address.key()).leads().keySet().stream()
        .flatMap(lead -> directory.findLiving(lead).stream())
        .findFirst();
  }
}
