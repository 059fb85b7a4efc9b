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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A lead store in memory: commits are atomic, conditions are checked before anything changes. */
public final class MemoryLeadStore implements LeadStore {
  private static final int MOST_CHANGES = 100;

  private final SortedMap<LeadId, Lead> leads = new TreeMap<>();
  private final Map<ProfileKey, Link> links = new HashMap<>();
  private final Map<ProfileKey, Timeline> timelines = new HashMap<>();
  private final Map<ProfileKey, SameAddress> addresses = new HashMap<>();
  private final Map<Company, SameCompany> companies = new HashMap<>();
  private final Map<LeadId, List<MergeRecord>> merges = new HashMap<>();
  private final Map<LeadId, SortedMap<Integer, StageEntry>> history = new HashMap<>();
  private final Map<LeadId, SortedMap<Integer, CycleRecord>> cycles = new HashMap<>();
  private final SortedMap<String, Notice> notices = new TreeMap<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private final Map<Due, Instant> moved = new HashMap<>();
  private final Map<Optional<String>, Pace> paces = new HashMap<>();
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
  public Optional<Link> findLink(ProfileKey person) {
    return faults.around("read a link", () -> link(person));
  }

  @Override
  public Timeline findTimeline(ProfileKey device) {
    return faults.around("read a timeline", () -> timeline(device));
  }

  @Override
  public SameAddress findSameAddress(ProfileKey address) {
    return faults.around("read an address", () -> sameAddress(address));
  }

  @Override
  public SameCompany findSameCompany(Company company) {
    return faults.around("read a company", () -> sameCompany(company));
  }

  @Override
  public List<MergeRecord> listMerges(LeadId id) {
    return faults.around("read merges", () -> merges(id));
  }

  @Override
  public List<StageEntry> listHistory(LeadId id) {
    return faults.around("read a history", () -> entries(id));
  }

  @Override
  public List<CycleRecord> listCycles(LeadId id) {
    return faults.around("read cycles", () -> cycles(id));
  }

  @Override
  public Optional<Notice> findNotice(NoticeId id) {
    return faults.around("read a notice", () -> notice(id));
  }

  @Override
  public Optional<Answer> findAnswer(String act) {
    return faults.around("read an answer", () -> answer(act));
  }

  @Override
  public Optional<Pace> findPace(Optional<String> queue) {
    return faults.around("read a pace", () -> pace(queue));
  }

  @Override
  public List<Due> listDue(Instant now, int limit) {
    return faults.around("read what is due", () -> due(now, limit));
  }

  @Override
  public boolean moveDue(Due due, Instant now, Instant to) {
    return faults.around("move what is due", () -> move(due, now, to));
  }

  @Override
  public List<LeadId> listWaiting(int limit) {
    return faults.around("read who waits", () -> waiting(limit));
  }

  @Override
  public List<Listing> listQueue(Optional<String> queue, Optional<String> after, int limit) {
    return faults.around(
        "read a queue",
        () ->
            listed(
                after,
                limit,
                lead ->
                    Optional.of(lead)
                        .filter(it -> it.standing().isWithSales())
                        .filter(it -> it.standing().assignment().queue().equals(queue))
                        .map(Listing::inQueue)));
  }

  @Override
  public List<Listing> listReturned(Optional<String> after, int limit) {
    return faults.around("read who came back", () -> listed(after, limit, Listing::returned));
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

  /** Every notice, by the text of its id. */
  public synchronized List<Notice> notices() {
    return List.copyOf(notices.values());
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

  private synchronized Timeline timeline(ProfileKey device) {
    return timelines.getOrDefault(device, Timeline.EMPTY);
  }

  private synchronized SameAddress sameAddress(ProfileKey address) {
    return addresses.getOrDefault(address, SameAddress.NOBODYS);
  }

  private synchronized SameCompany sameCompany(Company company) {
    return companies.getOrDefault(company, SameCompany.NOBODYS);
  }

  private synchronized List<MergeRecord> merges(LeadId id) {
    return List.copyOf(merges.getOrDefault(id, List.of()));
  }

  private synchronized List<StageEntry> entries(LeadId id) {
    var entries = history.get(id);
    return entries == null ? List.of() : List.copyOf(entries.values());
  }

  private synchronized List<CycleRecord> cycles(LeadId id) {
    return List.copyOf(cyclesOf(id).values());
  }

  private synchronized Optional<Notice> notice(NoticeId id) {
    return Optional.ofNullable(notices.get(id.value())).map(Copies::of);
  }

  private synchronized Optional<Answer> answer(String act) {
    return Optional.ofNullable(answers.get(act));
  }

  private synchronized Optional<Pace> pace(Optional<String> queue) {
    return Optional.ofNullable(paces.get(queue));
  }

  private record At(Due due, Instant at) {}

  private synchronized boolean move(Due due, Instant now, Instant to) {
    var isDue = allDue().anyMatch(one -> one.due().equals(due) && !one.at().isAfter(now));
    if (isDue) {
      moved.put(due, to);
    }
    return isDue;
  }

  private synchronized List<Due> due(Instant now, int limit) {
    return allDue()
        .filter(one -> !one.at().isAfter(now))
        .sorted(Comparator.comparing(At::at))
        .limit(limit)
        .map(At::due)
        .toList();
  }

  private Stream<At> allDue() {
    var ofLeads =
        leads.values().stream()
            .flatMap(lead -> lead.due().map(at -> new At(new Due.OfLead(lead.id()), at)).stream());
    var ofNotices =
        notices.values().stream()
            .flatMap(one -> one.due().map(at -> new At(new Due.OfNotice(one.id()), at)).stream());
    var ofPaces =
        paces.values().stream()
            .flatMap(one -> one.due().map(at -> new At(new Due.OfPace(one.queue()), at)).stream());
    return Stream.of(ofLeads, ofNotices, ofPaces)
        .flatMap(it -> it)
        .map(one -> new At(one.due(), moved.getOrDefault(one.due(), one.at())));
  }

  private synchronized List<LeadId> waiting(int limit) {
    return leads.values().stream()
        .filter(lead -> !lead.isTombstone() && lead.standing().waiting().isPresent())
        .sorted(Comparator.comparing(lead -> lead.standing().since()))
        .limit(limit)
        .map(Lead::id)
        .toList();
  }

  private synchronized List<Listing> listed(
      Optional<String> after, int limit, Function<Lead, Optional<Listing>> place) {
    return leads.values().stream()
        .filter(lead -> !lead.isTombstone())
        .flatMap(lead -> place.apply(lead).stream())
        .filter(it -> after.isEmpty() || it.order().compareTo(after.get()) > 0)
        .sorted()
        .limit(limit)
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
      case Change.PutTimeline(var device, var timeline) ->
          timeline(device).version() == timeline.version() - 1;
      case Change.PutAddress(var address, var same) ->
          sameAddress(address).version() == same.version() - 1;
      case Change.PutCompany(var company, var same) ->
          sameCompany(company).version() == same.version() - 1;
      case Change.AddMerge add ->
          merges(add.lead()).stream().noneMatch(merge -> merge.loser().equals(add.merge().loser()));
      case Change.AddEntry add -> !entriesOf(add.lead()).containsKey(add.entry().number());
      case Change.PutCycle _ -> true;
      case Change.AddNotice add -> !notices.containsKey(add.notice().id().value());
      case Change.MoveNotice move -> isExpected(move);
      case Change.PutAnswer put -> !answers.containsKey(put.act());
      case Change.PutPace(var pace, var expected) ->
          pace(pace.queue()).map(Pace::version).orElse(0L) == expected;
    };
  }

  private void write(Change change) {
    switch (change) {
      case Change.PutLead(var lead, var expected) -> {
        moved.remove(new Due.OfLead(lead.id()));
        leads.put(lead.id(), Copies.of(lead));
      }
      case Change.PutLink put -> links.put(put.profile(), put.link());
      case Change.PutTimeline(var device, var timeline) -> timelines.put(device, timeline);
      case Change.PutAddress(var address, var same) -> addresses.put(address, same);
      case Change.PutCompany(var company, var same) -> companies.put(company, same);
      case Change.AddMerge(var lead, var merge) ->
          merges.computeIfAbsent(lead, _ -> new ArrayList<>()).add(merge);
      case Change.AddEntry add -> entriesOf(add.lead()).put(add.entry().number(), add.entry());
      case Change.PutCycle(var lead, var cycle) -> cyclesOf(lead).put(cycle.number(), cycle);
      case Change.AddNotice(var notice) -> notices.put(notice.id().value(), Copies.of(notice));
      case Change.MoveNotice(var notice, var expected) -> {
        moved.remove(new Due.OfNotice(notice.id()));
        notices.put(notice.id().value(), Copies.of(notice));
      }
      case Change.PutAnswer(var act, var answer) -> answers.put(act, answer);
      case Change.PutPace(var pace, var expected) -> {
        moved.remove(new Due.OfPace(pace.queue()));
        paces.put(pace.queue(), pace);
      }
    }
  }

  private long versionOf(LeadId id) {
    var stored = leads.get(id);
    return stored == null ? 0 : stored.version();
  }

  private boolean isExpected(Change.PutLink put) {
    return Optional.ofNullable(links.get(put.profile())).equals(put.expected());
  }

  private boolean isExpected(Change.MoveNotice move) {
    var stored = notices.get(move.notice().id().value());
    return stored != null && stored.state().equals(move.expected().state());
  }

  private SortedMap<Integer, CycleRecord> cyclesOf(LeadId id) {
    return cycles.computeIfAbsent(id, absent -> new TreeMap<>());
  }

  private SortedMap<Integer, StageEntry> entriesOf(LeadId id) {
    return history.computeIfAbsent(id, absent -> new TreeMap<>());
  }
}
