package dev.warmline.lead;

import java.util.Optional;

/**
 * Says whose a person's profile is.
 *
 * @param lead the lead that has it, which may have been merged since
 * @param claim for an address or a number that a server gave a user: the earliest such event
 */
public record Link(LeadId lead, Optional<Claim> claim) {

  /** The link of a profile that founded its lead or that an alias joined to it. */
  public static Link to(LeadId lead) {
    return new Link(lead, Optional.empty());
  }
}
