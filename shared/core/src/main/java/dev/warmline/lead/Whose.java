package dev.warmline.lead;

import dev.warmline.event.ErasedPersons;
import dev.warmline.event.Event;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.LeadStore.Change.PutLink;
import dev.warmline.lead.LeadStore.Change.PutTimeline;
import dev.warmline.lead.LeadStore.Committed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Says whose the events of one batch are, and keeps what they say about that. Every step is one
 * conditioned commit and is safe to repeat: a crash between two steps is mended by the retry of the
 * event.
 *
 * <p>What it looked up is remembered for the batch. That may be behind what others write meanwhile,
 * and does no harm: a lead knows itself what is its own, and whoever changes that brings the leads
 * up to date by their logs, in which the events of this batch are.
 */
public final class Whose {
  private final LeadStore store;
  private final LeadDirectory directory;
  private final Retry retry;
  private final Supplier<LeadId> ids;
  private final KnownClaims known;
  private final ErasedPersons erased;
  private final Map<ProfileKey, LeadId> leads = new HashMap<>();
  private final Map<ProfileKey, Timeline> timelines = new HashMap<>();

  /** The same where nobody was ever erased. */
  public Whose(LeadStore store, Retry retry, Supplier<LeadId> ids, KnownClaims known) {
    this(store, retry, ids, known, ErasedPersons.NOBODY);
  }

  /**
   * Begins with a batch.
   *
   * @param retry how conflicting writers are met
   * @param ids gives an id to every new lead, each another one
   * @param known what this process need not look up
   * @param erased who is not to come back by what was on its way
   */
  public Whose(
      LeadStore store, Retry retry, Supplier<LeadId> ids, KnownClaims known, ErasedPersons erased) {
    this.store = store;
    this.directory = new LeadDirectory(store);
    this.retry = retry;
    this.ids = ids;
    this.known = known;
    this.erased = erased;
  }

  /**
   * Keeps what an event says about who is who, if it says something new.
   *
   * @param event one that the model looks at
   * @return the leads whose scorecard the event touches, which may have been merged away since;
   *     empty for a device that nobody has claimed, and for what is of somebody who was erased
   * @throws TooManyPersons if a lead would exceed {@link Identity#MAX_PERSONS}; links made before
   *     stay
   */
  public NavigableSet<LeadId> leadsOf(Event event, Instant now) {
    known.forgetBefore(erased.newest(now));
    if (erased.include(event, now)) {
      return new TreeSet<>();
    }
    var naming = Naming.of(event);
    if (naming.isEmpty()) {
      return ownerOf(event);
    }
    var claim = naming.get().claim();
    var touched = new TreeSet<>(List.of(leadOf(claim.person(), now)));
    for (var same : naming.get().same()) {
      touched.add(retry.until(() -> join(claim, same, now)));
    }
    for (var address : naming.get().addresses()) {
      touched.addAll(retry.until(() -> give(address, claim, now)));
    }
    for (var device : naming.get().devices()) {
      touched.addAll(retry.until(() -> handOver(device, claim, now)));
    }
    return touched;
  }

  /** The lead of the person that an event names, as far as it is known by now. */
  public Optional<LeadId> known(Event event) {
    return Naming.of(event).map(naming -> leads.get(naming.claim().person()));
  }

  /** The lead that had a device when this happened on it; empty if it was nobody's. */
  private NavigableSet<LeadId> ownerOf(Event event) {
    var timeline = timeline(event.profile().key());
    return timeline
        .ownerAt(event.occurredAt())
        .map(owner -> timeline.leads().get(owner))
        .map(lead -> new TreeSet<>(List.of(lead)))
        .orElseGet(TreeSet::new);
  }

  private Timeline timeline(ProfileKey device) {
    return timelines.computeIfAbsent(device, store::findTimeline);
  }

  /** The lead of a person, founded if there was none. */
  private LeadId leadOf(ProfileKey person, Instant now) {
    return leads.computeIfAbsent(person, _ -> retry.until(() -> found(person, now)));
  }

  private Optional<LeadId> found(ProfileKey person, Instant now) {
    var link = store.findLink(person);
    if (link.isPresent()) {
      return link.map(Link::lead);
    }
    var lead = Lead.founded(ids.get(), person, now);
    var linked = new PutLink(person, Link.to(lead.id()), link);
    return saved(lead.id(), List.of(new PutLead(lead, 0), linked));
  }

  /** A lead that was linked a moment ago and is not there was erased: it is looked up again. */
  private Lead living(LeadId id) {
    return directory
        .findLiving(id)
        .orElseThrow(
            () -> {
              leads.values().removeIf(id::equals);
              return new StoreUnavailable(
                  "find lead " + id, new IllegalStateException("it is not there any more"));
            });
  }

  /**
   * The living lead of whoever a claim names; empty if it was another's a moment ago, as an address
   * that went to its user since it was looked up is.
   */
  private Optional<Lead> owner(Claim claim, Instant now) {
    var lead = living(leadOf(claim.person(), now));
    if (lead.identity().persons().contains(claim.person())) {
      return Optional.of(lead);
    }
    leads.remove(claim.person());
    return Optional.empty();
  }

  /** An alias: two persons are one, whose leads are one from now on. */
  private Optional<LeadId> join(Claim claim, ProfileKey same, Instant now) {
    return owner(claim, now).flatMap(owner -> join(owner, claim, same, now));
  }

  private Optional<LeadId> join(Lead owner, Claim claim, ProfileKey same, Instant now) {
    var link = store.findLink(same);
    if (link.isEmpty()) {
      var grown = owner.with(owner.identity().with(same).bounded(owner.id()), now);
      var linked = new PutLink(same, Link.to(owner.id()), link);
      return saved(owner.id(), List.of(put(grown), linked));
    }
    var other = living(link.get().lead());
    return other.id().equals(owner.id())
        ? Optional.of(owner.id())
        : merged(new MergeChanges(store, owner, other, claim), Optional.empty(), now);
  }

  private Optional<LeadId> merged(MergeChanges merge, Optional<PutLink> given, Instant now) {
    return saved(merge.survivor(), merge.changes(given, now));
  }

  /** An address or a number: the user who had it first keeps it. */
  private Optional<NavigableSet<LeadId>> give(ProfileKey address, Claim claim, Instant now) {
    var link = store.findLink(address);
    if (link.flatMap(Link::claim).filter(it -> it.isFirst(claim)).isPresent()) {
      return Optional.of(new TreeSet<>());
    }
    return owner(claim, now).flatMap(owner -> give(link, owner, address, claim, now));
  }

  private Optional<NavigableSet<LeadId>> give(
      Optional<Link> link, Lead owner, ProfileKey address, Claim claim, Instant now) {
    var holder = link.map(it -> living(it.lead()));
    var mine = new PutLink(address, new Link(owner.id(), Optional.of(claim)), link);
    if (holder.filter(it -> it.id().equals(owner.id())).isPresent()) {
      return saved(touched(owner), List.of(mine));
    }
    if (holder.isPresent() && link.flatMap(Link::claim).isEmpty()) {
      var merge = new MergeChanges(store, owner, holder.get(), claim);
      return merged(merge, Optional.of(mine), now).map(lead -> new TreeSet<>(List.of(lead)));
    }
    leads.put(address, owner.id());
    return moved(mine, owner, holder, now);
  }

  /** The address goes from whoever held it, and what it had of their devices goes with it. */
  private Optional<NavigableSet<LeadId>> moved(
      PutLink link, Lead owner, Optional<Lead> holder, Instant now) {
    var changes = new ArrayList<Change>(List.of(link));
    var gained = owner.identity().with(link.profile()).bounded(owner.id());
    if (holder.isPresent()) {
      var kept = holder.get().identity().without(link.profile());
      for (var device : kept.devices().keySet()) {
        var timeline = store.findTimeline(device);
        gained = gained.with(device, timeline.of(gained.persons()));
        kept = kept.with(device, timeline.of(kept.persons()));
        timeline
            .moved(link.profile(), owner.id())
            .map(moved -> new PutTimeline(device, moved))
            .ifPresent(changes::add);
      }
      changes.add(put(holder.get().with(kept, now)));
    }
    changes.add(put(owner.with(gained.limited(store::findTimeline), now)));
    var touched = touched(owner);
    holder.map(Lead::id).ifPresent(touched::add);
    return saved(touched, changes);
  }

  /** A device is in this person's hands: every lead whose events that changes knows it. */
  private Optional<NavigableSet<LeadId>> handOver(ProfileKey device, Claim claim, Instant now) {
    if (known.holds(device, claim)) {
      return Optional.of(new TreeSet<>());
    }
    var before = timeline(device);
    if (before.with(claim, leadOf(claim.person(), now)).equals(before)) {
      known.add(device, claim);
      return Optional.of(new TreeSet<>());
    }
    var handed = owner(claim, now).flatMap(owner -> handOver(device, claim, before, owner, now));
    if (handed.isEmpty()) {
      timelines.remove(device);
    }
    return handed;
  }

  private Optional<NavigableSet<LeadId>> handOver(
      ProfileKey device, Claim claim, Timeline before, Lead owner, Instant now) {
    var after = before.with(claim, owner.id());
    var changes = new ArrayList<Change>(List.of(new PutTimeline(device, after.next())));
    NavigableSet<LeadId> touched = new TreeSet<>();
    var concerned = new TreeSet<>(after.differing(before));
    concerned.add(claim.person());
    for (var lead : leadsOf(concerned, before, after)) {
      var has = lead.identity().with(device, after.of(lead.identity().persons()));
      var identity = has.limited(it -> it.equals(device) ? after : store.findTimeline(it));
      if (!identity.equals(lead.identity())) {
        changes.add(put(lead.with(identity, now)));
        touched.add(lead.id());
      }
    }
    var saved = saved(touched, changes);
    if (saved.isPresent()) {
      known.add(device, claim);
      timelines.put(device, after.next());
    }
    return saved;
  }

  /** The living leads of persons, each once. */
  private Collection<Lead> leadsOf(Set<ProfileKey> persons, Timeline before, Timeline after) {
    var living = new TreeMap<LeadId, Lead>();
    for (var person : persons) {
      Stream.of(after, before)
          .flatMap(timeline -> Optional.ofNullable(timeline.leads().get(person)).stream())
          .findFirst()
          .flatMap(directory::findLiving)
          .ifPresent(lead -> living.put(lead.id(), lead));
    }
    return living.values();
  }

  private static PutLead put(Lead changed) {
    return new PutLead(changed.withVersion(changed.version() + 1), changed.version());
  }

  private static NavigableSet<LeadId> touched(Lead lead) {
    return new TreeSet<>(List.of(lead.id()));
  }

  private <T> Optional<T> saved(T result, List<Change> changes) {
    return store.commit(changes) == Committed.SAVED ? Optional.of(result) : Optional.empty();
  }
}
