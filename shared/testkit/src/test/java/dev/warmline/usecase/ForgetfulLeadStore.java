package dev.warmline.usecase;

import dev.warmline.event.EventJson;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.testkit.ForwardingLeadStore;
import java.util.Optional;

/**
 * Hands out leads with checkpoints that say nothing in place of theirs, so that each is scored from
 * its whole log.
 */
final class ForgetfulLeadStore extends ForwardingLeadStore {

  ForgetfulLeadStore(LeadStore store) {
    super(store);
  }

  @Override
  public Optional<Lead> findLead(LeadId id) {
    return super.findLead(id).map(ForgetfulLeadStore::forgetful);
  }

  /** Whether a lead has one at all says that it was looked at since it last changed hands. */
  private static Lead forgetful(Lead lead) {
    var empty = lead.card().checkpoint().map(_ -> EventJson.newObject());
    return lead.with(lead.card().withCheckpoint(empty));
  }
}
