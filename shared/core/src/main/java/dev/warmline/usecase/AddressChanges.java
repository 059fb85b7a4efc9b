package dev.warmline.usecase;

import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.SameAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
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
  record Seen(Optional<SameAddress.Other> withSales, List<Change> changes) {}

  /** An address of a lead, and who set it. */
  private record Given(ProfileKey address, Trust by) {}

  /** Looks at the address of a lead that is about to be written, and perhaps announced. */
  Seen look(Lead before, Lead after, boolean isAnnounced) {
    var changes = new ArrayList<Change>();
    var given = given(before);
    var gives = given(after).filter(it -> isAnnounced || given.filter(it::equals).isEmpty());
    var same = gives.map(it -> leads.findSameAddress(it.address()));
    gives.ifPresent(it -> same.ifPresent(seen -> changes.add(put(it, seen, after.id()))));
    given
        .map(Given::address)
        .filter(key -> given(after).map(Given::address).filter(key::equals).isEmpty())
        .map(key -> new Change.PutAddress(key, leads.findSameAddress(key).without(before.id())))
        .ifPresent(changes::add);
    var known = same.filter(_ -> isAnnounced).flatMap(it -> withSales(it, after.id()));
    return new Seen(known.map(Sold::other), changes);
  }

  private static Change put(Given given, SameAddress seen, LeadId lead) {
    return new Change.PutAddress(given.address(), seen.with(lead, given.by()));
  }

  /** Another lead that sales has, as it stands, and who set the address there. */
  record Sold(Lead lead, Trust by) {
    private SameAddress.Other other() {
      var name = Optional.ofNullable(lead.card().traits().path("name").textValue());
      return new SameAddress.Other(lead.id(), by, name);
    }
  }

  /** Another lead with this address that sales has; whose address a server set comes first. */
  Optional<Sold> withSales(Optional<String> email, LeadId lead) {
    return email
        .flatMap(Profile::email)
        .flatMap(address -> withSales(leads.findSameAddress(address.key()), lead));
  }

  private Optional<Sold> withSales(SameAddress same, LeadId lead) {
    return same.leads().entrySet().stream()
        .sorted(Entry.comparingByValue())
        .filter(other -> !other.getKey().equals(lead))
        .flatMap(other -> sold(other.getKey(), other.getValue(), lead).stream())
        .findFirst();
  }

  private Optional<Sold> sold(LeadId other, Trust by, LeadId lead) {
    return directory
        .findLiving(other)
        .filter(living -> !living.id().equals(lead) && living.standing().isWithSales())
        .map(living -> new Sold(living, by));
  }

  private static Optional<Given> given(Lead lead) {
    var by = Trust.parse(lead.card().scorecard().path("addressBy").asText());
    return Optional.ofNullable(lead.card().traits().path("email").textValue())
        .flatMap(Profile::email)
        .map(email -> new Given(email.key(), by.orElse(Trust.BROWSER)));
  }
}
