package dev.warmline.testkit;

import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Answer;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Due;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Link;
import dev.warmline.lead.Listing;
import dev.warmline.lead.MergeRecord;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Pace;
import dev.warmline.lead.SameAddress;
import dev.warmline.lead.SameCompany;
import dev.warmline.lead.StageEntry;
import dev.warmline.lead.Timeline;
import dev.warmline.team.Company;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A lead store that hands every call on, for those that do one of them otherwise. */
public abstract class ForwardingLeadStore implements LeadStore {
  private final LeadStore store;

  /** Hands on to this store. */
  protected ForwardingLeadStore(LeadStore store) {
    this.store = store;
  }

  @Override
  public Optional<Lead> findLead(LeadId id) {
    return store.findLead(id);
  }

  @Override
  public Optional<Link> findLink(ProfileKey profile) {
    return store.findLink(profile);
  }

  @Override
  public Timeline findTimeline(ProfileKey device) {
    return store.findTimeline(device);
  }

  @Override
  public SameAddress findSameAddress(ProfileKey address) {
    return store.findSameAddress(address);
  }

  @Override
  public SameCompany findSameCompany(Company company) {
    return store.findSameCompany(company);
  }

  @Override
  public List<MergeRecord> listMerges(LeadId id) {
    return store.listMerges(id);
  }

  @Override
  public List<StageEntry> listHistory(LeadId id) {
    return store.listHistory(id);
  }

  @Override
  public List<CycleRecord> listCycles(LeadId id) {
    return store.listCycles(id);
  }

  @Override
  public Optional<Notice> findNotice(NoticeId id) {
    return store.findNotice(id);
  }

  @Override
  public Optional<Answer> findAnswer(String act) {
    return store.findAnswer(act);
  }

  @Override
  public Optional<Pace> findPace(Optional<String> queue) {
    return store.findPace(queue);
  }

  @Override
  public List<Due> listDue(Instant now, int limit) {
    return store.listDue(now, limit);
  }

  @Override
  public boolean moveDue(Due due, Instant now, Instant to) {
    return store.moveDue(due, now, to);
  }

  @Override
  public List<LeadId> listWaiting(int limit) {
    return store.listWaiting(limit);
  }

  @Override
  public List<Listing> listQueue(Optional<String> queue, Optional<String> after, int limit) {
    return store.listQueue(queue, after, limit);
  }

  @Override
  public List<Listing> listReturned(Optional<String> after, int limit) {
    return store.listReturned(after, limit);
  }

  @Override
  public Committed commit(List<Change> changes) {
    return store.commit(changes);
  }
}
