package dev.warmline.testkit;

import dev.warmline.event.Rejected;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import java.util.List;
import java.util.Set;

/** A lead store that refuses for good to write some leads again, as if they had grown too large. */
public final class RefusingLeadStore extends ForwardingLeadStore {
  private final Set<LeadId> refused;

  /** Refuses every write but the first of these leads. */
  public RefusingLeadStore(LeadStore store, Set<LeadId> refused) {
    super(store);
    this.refused = Set.copyOf(refused);
  }

  @Override
  public Committed commit(List<Change> changes) {
    if (changes.stream().anyMatch(this::isRefused)) {
      throw new Rejected("commit", "planned", new IllegalStateException("too large"));
    }
    return super.commit(changes);
  }

  private boolean isRefused(Change change) {
    return change instanceof Change.PutLead(var lead, var expected)
        && expected > 0
        && refused.contains(lead.id());
  }
}
