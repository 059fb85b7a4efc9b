package dev.warmline.usecase;

import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.SameAddress;
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
   * What is to be written of addresses with a lead.
   *
   * @param withSales another lead with its address that sales has; looked for if it is announced
   * @param changes conditioned on what was seen when it was looked for
   */
  record Seen(Optional<LeadId> withSales, List<Change> changes) {}

  /** Looks at the address of a lead that is about to be written, and perhaps announced. */
  Seen look(Lead before, Lead after, boolean isAnnounced) {
    var changes = new ArrayList<Change>();
    var given = address(before);
    var gives = address(after).filter(key -> isAnnounced || given.filter(key::equals).isEmpty());
    var same = gives.map(leads::findSameAddress);
    gives.ifPresent(
        key -> same.ifPresent(it -> changes.add(new Change.PutAddress(key, it.with(after.id())))));
    given
        .filter(key -> address(after).filter(key::equals).isEmpty())
        .map(key -> new Change.PutAddress(key, leads.findSameAddress(key).without(before.id())))
        .ifPresent(changes::add);
    return new Seen(same.filter(_ -> isAnnounced).flatMap(it -> withSales(it, after)), changes);
  }

  private Optional<LeadId> withSales(SameAddress same, Lead lead) {
    return same.leads().stream()
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
