package dev.warmline.usecase;

import dev.warmline.event.Profile;
import dev.warmline.event.Trust;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.SameAddress;
import java.util.ArrayList;
import java.util.List;

/** Finds leads that somebody who looks at one should know of too. */
public final class RelatedLeads {
  private final LeadStore leads;
  private final LeadDirectory directory;

  /** Looks into a store. */
  public RelatedLeads(LeadStore leads) {
    this.leads = leads;
    this.directory = new LeadDirectory(leads);
  }

  /**
   * Another lead with the address of one.
   *
   * @param as the id under which it gave the address, if it was merged since
   * @param by who set the address there
   */
  public record WithAddress(Lead lead, LeadId as, Trust by) {}

  /** Those that gave its address: they may be the same person, and are not joined for it. */
  public List<WithAddress> withAddressOf(Lead lead) {
    var found = new ArrayList<WithAddress>();
    sameAddress(lead)
        .leads()
        .forEach(
            (id, by) ->
                directory
                    .findLiving(id)
                    .filter(other -> !other.id().equals(lead.id()))
                    .ifPresent(other -> found.add(new WithAddress(other, id, by))));
    return found;
  }

  /** Those of its company that sales works on or that are customers. */
  public List<Lead> ofCompanyOf(Lead lead) {
    return new CompanyLeads(leads, lead, lead.card().traits()).all();
  }

  private SameAddress sameAddress(Lead lead) {
    return Profile.email(lead.card().traits().path("email").asText(""))
        .map(address -> leads.findSameAddress(address.key()))
        .orElse(SameAddress.NOBODYS);
  }
}
