package dev.warmline.usecase;

import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Erasure;
import dev.warmline.lead.ErasureStore;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change.PutLead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What became of erased persons in the meantime. */
final class LastLook {
  private final LeadStore leads;
  private final ErasureStore store;
  private final ErasedLog erased;

  LastLook(LeadStore leads, ErasureStore store, ErasedLog erased) {
    this.leads = leads;
    this.store = store;
    this.erased = erased;
  }

  /**
   * Who has a lead again came back by themselves, unless it was founded by what was on its way or
   * by what others said: then it goes. What theirs is made of is read again.
   *
   * @return whether something was removed
   */
  boolean removes(Erasure erasure, Instant now) {
    var found = new HashMap<LeadId, List<ProfileKey>>();
    for (var person : erasure.identity().persons()) {
      leads
          .findLink(person)
          .ifPresent(
              link -> found.computeIfAbsent(link.lead(), _ -> new ArrayList<>()).add(person));
    }
    var removed = false;
    for (var each : found.entrySet()) {
      removed |= removes(each.getKey(), each.getValue(), erasure, now);
    }
    return removed;
  }

  private boolean removes(LeadId id, List<ProfileKey> persons, Erasure erasure, Instant now) {
    var lead = leads.findLead(id);
    var isGone = lead.filter(it -> it.isTombstone() || isBack(it, erasure)).isEmpty();
    if (isGone) {
      store.removeLead(id, now);
      persons.forEach(person -> store.removeLink(person, List.of(id)));
    } else if (!lead.get().isTombstone()) {
      var next = lead.get().with(lead.get().identity(), now);
      leads.commit(List.of(new PutLead(next.withVersion(next.version() + 1), next.version())));
    }
    return isGone;
  }

  private boolean isBack(Lead lead, Erasure erasure) {
    return erased.cameBack(lead.identity(), erasure);
  }
}
