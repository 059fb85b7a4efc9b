package dev.warmline.lead;

import java.util.Optional;

/**
 * Says whose profile this is.
 *
 * @param lead the lead that has the profile
 * @param claim for an anonymous profile: the identify that made the link; the best claim wins
 * @param movedFrom the lead that had the profile before the last move, to be scored again with it
 */
public record Link(LeadId lead, Optional<Claim> claim, Optional<LeadId> movedFrom) {

  /** The link of a user or e-mail profile, or of an anonymous one that founded its lead. */
  public static Link to(LeadId lead) {
    return new Link(lead, Optional.empty(), Optional.empty());
  }
}
