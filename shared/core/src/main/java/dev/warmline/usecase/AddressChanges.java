package dev.warmline.usecase;

import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps which leads gave an address, with the leads themselves. */
final class AddressChanges {
  private final LeadStore leads;
  private final LeadDirectory directory;

  AddressChanges(LeadStore leads) {
    this.leads = leads;
    this.directory = new LeadDirectory(leads);
  }

  /**
   * What else is to be written with a lead.
   *
   * @param isAnnounced whether this write announces its cycle
   */
  List<Change> of(Lead before, Lead after, boolean isAnnounced) {
    var changes = new ArrayList<Change>();
    var given = address(before);
    var gives = address(after);
    if (!gives.equals(given) || isAnnounced) {
      gives.ifPresent(
          key ->
              changes.add(new Change.PutAddress(key, leads.findSameAddress(key).with(after.id()))));
    }
    given
        .filter(key -> gives.filter(key::equals).isEmpty())
        .ifPresent(
            key ->
                changes.add(
                    new Change.PutAddress(key, leads.findSameAddress(key).without(before.id()))));
    return changes;
  }

  /** Another lead with the address of this one that sales has. */
  Optional<LeadId> withSales(Lead lead) {
    return address(lead).stream()
        .flatMap(key -> leads.findSameAddress(key).leads().stream())
        .filter(other -> !other.equals(lead.id()))
        .flatMap(other -> directory.findLiving(other).stream())
        .filter(other -> !other.id().equals(lead.id()) && other.standing().isWithSales())
        .map(Lead::id)
        .findFirst();
  }

  private static Optional<ProfileKey> address(Lead lead) {
    return Optional.ofNullable(lead.card().traits().path("email").textValue())
        .flatMap(Profile::email)
        .map(Profile::key);
  }
}
