package dev.warmline.testkit;

import dev.warmline.event.ProfileKey;
import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Link;
import dev.warmline.lead.StageEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A lead store in memory: commits are atomic, conditions are checked before anything changes. */
public final class MemoryLeadStore implements LeadStore {
  private static final int MOST_CHANGES = 100;

  private final SortedMap<LeadId, Lead> leads = new TreeMap<>();
  private final Map<ProfileKey, Link> links = new HashMap<>();
  private final Map<LeadId, SortedMap<Integer, StageEntry>> history = new HashMap<>();
  private final Map<LeadId, SortedMap<String, HotSignal>> signals = new HashMap<>();
  private final Faults faults = new Faults();
  private final List<Committed> commits = new ArrayList<>();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  @Override
  public Optional<Lead> findLead(LeadId id) {
    return faults.around("read a lead", () -> lead(id));
  }

  @Override
  public Optional<Link> findLink(ProfileKey profile) {
    return faults.around("read a link", () -> link(profile));
  }

  @Override
  public List<StageEntry> listHistory(LeadId id) {
    return faults.around("read a history", () -> entries(id));
  }

  @Override
  public List<HotSignal> listSignals(LeadId id, int cycle) {
    return faults.around("read signals", () -> signals(id, cycle));
  }

  @Override
  public List<LeadId> listDue(Instant now, int limit) {
    return faults.around("read what is due", () -> due(now, limit));
  }

  @Override
  public Committed commit(List<Change> changes) {
    if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
      throw new IllegalArgumentException("a commit has 1 to " + MOST_CHANGES + " changes");
    }
    return faults.around("commit " + changes.size() + " changes", () -> apply(changes));
  }

  /** Every lead and tombstone, by id. */
  public synchronized List<Lead> all() {
    return List.copyOf(leads.values());
  }

  /** What became of every commit so far. */
  public synchronized List<Committed> commits() {
    return List.copyOf(commits);
  }

  private synchronized Optional<Lead> lead(LeadId id) {
    return Optional.ofNullable(leads.get(id)).map(Copies::of);
  }

  private synchronized Optional<Link> link(ProfileKey profile) {
    return Optional.ofNullable(links.get(profile));
  }

  private synchronized List<StageEntry> entries(LeadId id) {
    var entries = history.get(id);
    return entries == null ? List.of() : entries.values().stream().map(Copies::of).toList();
  }

  private synchronized List<HotSignal> signals(LeadId id, int cycle) {
    return signalsOf(id).values().stream()
        .filter(signal -> signal.cycle() == cycle)
        .sorted(Comparator.comparing(HotSignal::at))
        .map(Copies::of)
        .toList();
  }

  private synchronized List<LeadId> due(Instant now, int limit) {
    return leads.values().stream()
        .filter(lead -> lead.due().filter(due -> !due.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(lead -> lead.due().orElseThrow()))
        .limit(limit)
        .map(Lead::id)
        .toList();
  }

  private synchronized Committed apply(List<Change> changes) {
    var possible = changes.stream().allMatch(this::holds);
    if (possible) {
      changes.forEach(this::write);
    }
    var result = possible ? Committed.SAVED : Committed.CONFLICT;
    commits.add(result);
    return result;
  }

  private boolean holds(Change change) {
    return switch (change) {
      case Change.PutLead put -> versionOf(put.lead().id()) == put.expected();
      case Change.PutLink put -> isExpected(put);
      case Change.AddEntry add -> !entriesOf(add.lead()).containsKey(add.entry().number());
      case Change.AddSignal add -> true;
    };
  }

  private void write(Change change) {
    switch (change) {
      case Change.PutLead put -> leads.put(put.lead().id(), Copies.of(put.lead()));
      case Change.PutLink put -> links.put(put.profile(), put.link());
      case Change.AddEntry add ->
          entriesOf(add.lead()).put(add.entry().number(), Copies.of(add.entry()));
      case Change.AddSignal(var lead, var signal) ->
          signalsOf(lead).put(signal.cycle() + "#" + signal.name(), Copies.of(signal));
    }
  }

  private long versionOf(LeadId id) {
    var stored = leads.get(id);
    return stored == null ? 0 : stored.version();
  }

  private boolean isExpected(Change.PutLink put) {
    var stored = Optional.ofNullable(links.get(put.profile()));
    return stored
        .map(MemoryLeadStore::identity)
        .equals(put.expected().map(MemoryLeadStore::identity));
  }

  private static Link identity(Link link) {
    return new Link(link.lead(), link.claim(), Optional.empty());
  }

  private SortedMap<String, HotSignal> signalsOf(LeadId id) {
    return signals.computeIfAbsent(id, absent -> new TreeMap<>());
  }

  private SortedMap<Integer, StageEntry> entriesOf(LeadId id) {
    return history.computeIfAbsent(id, absent -> new TreeMap<>());
  }
}
