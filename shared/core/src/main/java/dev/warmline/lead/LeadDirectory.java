package dev.warmline.lead;

import dev.warmline.event.Event;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.LeadStore.Change.PutLink;
import dev.warmline.lead.LeadStore.Committed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keeps the links between profiles and leads as the events say. Every step is one conditioned
 * commit and is safe to repeat: a crash between two steps is mended by the retry of the event.
 */
public final class LeadDirectory {
  private final LeadStore store;
  private final Retry retry;

  /** Works on a store; conflicting writers are met with {@code retry}. */
  public LeadDirectory(LeadStore store, Retry retry) {
    this.store = store;
    this.retry = retry;
  }

  /**
   * Applies what the event says about who is who.
   *
   * @param foundAnonymous whether an anonymous profile that nobody claims gets a lead of its own
   * @return the leads whose scorecard the event touches; empty for a stranger
   * @throws TooManyProfiles if a lead would exceed {@link Lead#MAX_PROFILES}; links made before
   *     stay
   */
  public SortedSet<LeadId> apply(Event event, boolean foundAnonymous, Instant now) {
    var naming = Naming.of(event);
    if (naming.self().isAnonymous() && !foundAnonymous) {
      return store
          .findLink(naming.self())
          .map(link -> new TreeSet<>(List.of(link.lead())))
          .orElseGet(TreeSet::new);
    }
    var own = founded(naming.self(), now);
    if (naming.same().isEmpty() && naming.claimed().isEmpty()) {
      return new TreeSet<>(List.of(own));
    }
    var touched = new TreeSet<LeadId>();
    for (var other : naming.same()) {
      founded(other, now);
      merge(naming.self(), other, now);
    }
    for (var anonymous : naming.claimed()) {
      claim(anonymous, naming.self(), Naming.claimOf(event), now);
      store.findLink(anonymous).flatMap(Link::movedFrom).ifPresent(touched::add);
    }
    touched.add(founded(naming.self(), now));
    return touched;
  }

  /** The living lead with this id: follows tombstones to the survivor. Empty if there is none. */
  public Optional<Lead> findLiving(LeadId id) {
    var lead = store.findLead(id);
    while (lead.isPresent() && lead.get().mergedInto().isPresent()) {
      lead = store.findLead(lead.get().mergedInto().get());
    }
    return lead;
  }

  /** The lead this profile is linked to, which may have become a tombstone; empty if none. */
  public Optional<LeadId> findLead(ProfileKey profile) {
    return store.findLink(profile).map(Link::lead);
  }

  private LeadId founded(ProfileKey profile, Instant now) {
    return retry.until(
        () -> {
          var link = store.findLink(profile);
          if (link.isPresent()) {
            return link.map(Link::lead);
          }
          var lead = Lead.founded(freeId(profile), new TreeSet<>(List.of(profile)), now);
          return saved(
              lead.id(),
              List.of(
                  new PutLead(lead, 0),
                  new PutLink(profile, Link.to(lead.id()), Optional.empty())));
        });
  }

  /** A profile that was erased or split off may have left a tombstone under its first id. */
  private LeadId freeId(ProfileKey profile) {
    var id = LeadId.foundedBy(profile);
    for (var n = 1; store.findLead(id).isPresent(); n++) {
      id = new LeadId(LeadId.foundedBy(profile).value() + "-" + n);
    }
    return id;
  }

  private void claim(ProfileKey anonymous, ProfileKey by, Claim claim, Instant now) {
    retry.until(
        () -> {
          var owner = living(by);
          var link = store.findLink(anonymous);
          if (link.isEmpty()) {
            return saved(owner.id(), take(anonymous, owner, claim, Optional.empty()));
          }
          if (link.get().claim().isEmpty()) {
            return adopt(anonymous, link.get(), owner, claim, now);
          }
          if (link.get().claim().get().compareTo(claim) <= 0) {
            return link.map(Link::lead);
          }
          return saved(owner.id(), take(anonymous, owner, claim, link));
        });
  }

  /** Links a free profile, moves one from the lead that had a worse claim, or betters the claim. */
  private List<Change> take(ProfileKey profile, Lead owner, Claim claim, Optional<Link> expected) {
    var from = expected.map(Link::lead).filter(lead -> !lead.equals(owner.id()));
    var movedFrom = from.or(() -> expected.flatMap(Link::movedFrom));
    var link = new Link(owner.id(), Optional.of(claim), movedFrom);
    var changes = new ArrayList<Change>();
    changes.add(new PutLink(profile, link, expected));
    if (expected.isEmpty() || from.isPresent()) {
      changes.add(put(owner, with(owner, profile)));
    }
    from.flatMap(this::findLiving)
        .filter(lead -> !lead.id().equals(owner.id()))
        .ifPresent(lead -> changes.add(put(lead, without(lead, profile))));
    return changes;
  }

  /** An anonymous lead of its own joins the person who claims its profile. */
  private Optional<LeadId> adopt(
      ProfileKey anonymous, Link link, Lead owner, Claim claim, Instant now) {
    if (!link.lead().equals(owner.id())) {
      var founder = findLiving(link.lead()).orElseThrow();
      if (!founder.id().equals(owner.id())
          && store.commit(mergeChanges(owner, founder, now)) == Committed.CONFLICT) {
        return Optional.empty();
      }
    }
    var current = store.findLink(anonymous).orElseThrow();
    var claimed = new Link(current.lead(), Optional.of(claim), current.movedFrom());
    return saved(current.lead(), List.of(new PutLink(anonymous, claimed, Optional.of(current))));
  }

  private void merge(ProfileKey one, ProfileKey other, Instant now) {
    retry.until(
        () -> {
          var a = living(one);
          var b = living(other);
          return a.id().equals(b.id())
              ? Optional.of(a.id())
              : saved(a.id(), mergeChanges(a, b, now));
        });
  }

  private List<Change> mergeChanges(Lead a, Lead b, Instant now) {
    var survivor = Merge.survivorOf(a, b);
    var loser = survivor.id().equals(a.id()) ? b : a;
    var profiles = new TreeSet<>(survivor.profiles());
    profiles.addAll(loser.profiles());
    var changes = new ArrayList<Change>();
    changes.add(put(survivor, Merge.joined(survivor, loser, limited(survivor.id(), profiles))));
    changes.add(put(loser, Merge.tombstone(loser, survivor.id())));
    covered(loser, survivor, now).ifPresent(changes::add);
    for (var profile : loser.profiles()) {
      var link = store.findLink(profile);
      changes.add(
          new PutLink(
              profile,
              new Link(survivor.id(), link.flatMap(Link::claim), link.flatMap(Link::movedFrom)),
              link));
    }
    return changes;
  }

  /** Sales hears of the survivor: what nobody has begun to say of the loser need not be said. */
  private Optional<Change> covered(Lead loser, Lead survivor, Instant now) {
    if (!loser.standing().isAnnounced() || !survivor.standing().isAnnounced()) {
      return Optional.empty();
    }
    var by = NoticeId.qualified(survivor.id(), survivor.standing().cycle());
    return store
        .findNotice(NoticeId.qualified(loser.id(), loser.standing().cycle()))
        .filter(notice -> notice.state() instanceof Notice.State.Unclaimed)
        .map(
            notice ->
                new Change.MoveNotice(notice.with(new Notice.State.Covered(now, by)), notice));
  }

  private Lead living(ProfileKey profile) {
    return store
        .findLink(profile)
        .flatMap(link -> findLiving(link.lead()))
        .orElseThrow(() -> new IllegalStateException("a founded profile has a lead: " + profile));
  }

  private static SortedSet<ProfileKey> with(Lead lead, ProfileKey profile) {
    var profiles = new TreeSet<>(lead.profiles());
    profiles.add(profile);
    return limited(lead.id(), profiles);
  }

  private static SortedSet<ProfileKey> limited(LeadId lead, SortedSet<ProfileKey> profiles) {
    if (profiles.size() > Lead.MAX_PROFILES) {
      throw new TooManyProfiles(lead);
    }
    return profiles;
  }

  private static SortedSet<ProfileKey> without(Lead lead, ProfileKey profile) {
    var profiles = new TreeSet<>(lead.profiles());
    profiles.remove(profile);
    return profiles;
  }

  private static PutLead put(Lead stored, SortedSet<ProfileKey> profiles) {
    return put(stored, stored.withProfiles(profiles));
  }

  private static PutLead put(Lead stored, Lead changed) {
    return new PutLead(changed.withVersion(stored.version() + 1), stored.version());
  }

  private Optional<LeadId> saved(LeadId id, List<Change> changes) {
    return store.commit(changes) == Committed.SAVED ? Optional.of(id) : Optional.empty();
  }
}
