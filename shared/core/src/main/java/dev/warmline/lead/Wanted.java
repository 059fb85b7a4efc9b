package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * A lead that is to come into somebody's hands.
 *
 * @param cycle the cycle it is worked in: asked again for it, it comes into the same hands
 * @param queue where it goes by the routes of the model, or where an act sent it
 * @param refused the ids of those who do not get it: they returned it, or had it and did nothing
 * @param traits by which its company is known; empty if it goes to that queue whatever its company
 */
public record Wanted(
    LeadId lead,
    int cycle,
    Optional<String> queue,
    Set<String> refused,
    Optional<ObjectNode> traits) {
  public Wanted {
    refused = Set.copyOf(refused);
  }

  /** Names the lead and the cycle among those that a queue has given. */
  public static String key(LeadId lead, int cycle) {
    return lead.value() + "#" + cycle;
  }

  /** The same of this one. */
  public String key() {
    return key(lead, cycle);
  }
}
