package dev.warmline.usecase;

import dev.warmline.event.ProfileKey;
import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Link;
import dev.warmline.lead.StageEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store with one lead that can be read. */
record OneLead(Lead lead, List<StageEntry> history, List<HotSignal> signals) implements LeadStore {

  /** A lead without signals. */
  OneLead(Lead lead, List<StageEntry> history) {
    this(lead, history, List.of());
  }

  @Override
  public Optional<Lead> findLead(LeadId id) {
    return Optional.of(lead).filter(it -> it.id().equals(id));
  }

  @Override
  public List<StageEntry> listHistory(LeadId id) {
    return lead.id().equals(id) ? history : List.of();
  }

  @Override
  public Optional<Link> findLink(ProfileKey profile) {
    throw new UnsupportedOperationException("a handoff reads no links");
  }

  @Override
  public List<HotSignal> listSignals(LeadId id, int cycle) {
    return lead.id().equals(id) ? signals : List.of();
  }

  @Override
  public List<LeadId> listDue(Instant now, int limit) {
    throw new UnsupportedOperationException("a handoff is told which lead");
  }

  @Override
  public Committed commit(List<Change> changes) {
    throw new UnsupportedOperationException("a handoff changes no lead");
  }
}
