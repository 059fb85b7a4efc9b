package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.LeadStore.Change.PutLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one transaction in which two leads become one. */
final class MergeChanges {
  private final LeadStore store;
  private final Lead survivor;
  private final Lead loser;
  private final Claim claim;

  /** Of two living leads, by what an event says. */
  MergeChanges(LeadStore store, Lead one, Lead other, Claim claim) {
    this.store = store;
    this.survivor = Merge.survivorOf(one, other);
    this.loser = survivor.id().equals(one.id()) ? other : one;
    this.claim = claim;
  }

  LeadId survivor() {
    return survivor.id();
  }

  /**
   * What is to be written, conditioned on both versions.
   *
   * @param given the address by which they are one, if it is one
   * @throws TooManyPersons if they are too many together
   */
  List<Change> changes(Optional<PutLink> given, Instant now) {
    var identity = survivor.identity().joined(loser.identity()).bounded(survivor.id());
    var joined = Merge.joined(survivor, loser, identity.limited(store::findTimeline), now);
    var changes = new ArrayList<Change>();
    changes.add(put(survivor, joined));
    changes.add(put(loser, Merge.tombstone(loser, survivor.id())));
    changes.add(new Change.AddMerge(survivor.id(), MergeRecord.of(loser, claim, now)));
    covered(now).ifPresent(changes::add);
    taken(now).ifPresent(changes::add);
    ended(now).ifPresent(changes::add);
    given.ifPresent(it -> changes.add(toSurvivor(it.profile(), it.link(), it.expected())));
    for (var person : loser.identity().persons()) {
      if (given.filter(it -> it.profile().equals(person)).isEmpty()) {
        var link = store.findLink(person);
        link.ifPresent(it -> changes.add(toSurvivor(person, it, link)));
      }
    }
    return changes;
  }

  private PutLink toSurvivor(ProfileKey person, Link link, Optional<Link> expected) {
    return new PutLink(person, new Link(survivor.id(), link.claim()), expected);
  }

  /** Nothing more comes of the cycle that was open. */
  private Optional<Change> ended(Instant now) {
    return Optional.of(loser.standing())
        .filter(Standing::isOpen)
        .flatMap(
            had ->
                store.listCycles(loser.id()).stream()
                    .filter(it -> it.number() == had.cycle())
                    .findFirst())
        .map(it -> it.merged(survivor.id(), loser.stage(), now))
        .map(it -> new Change.PutCycle(loser.id(), it));
  }

  /** Whoever has the loser, in whatever stage, hears that a colleague has the lead. */
  private Optional<Change> taken(Instant now) {
    var had = loser.standing();
    var owner = had.owner();
    if (owner.isEmpty() || owner.equals(survivor.standing().owner())) {
      return Optional.empty();
    }
    var why =
        survivor.standing().owner().map(it -> it + " has").orElse("there is")
            + " the other lead of the same person";
    var id = NoticeId.once(loser.id(), had.cycle(), NoticeId.Kind.MERGED, owner.get());
    var about = Optional.of(Qualification.stored(loser));
    return Optional.of(
        new Change.AddNotice(
            Notice.open(id, now, loser.stage(), why, about, now).to(List.of(owner.get()))));
  }

  /** Sales hears of the survivor: what nobody has begun to say of the loser need not be said. */
  private Optional<Change> covered(Instant now) {
    if (!loser.standing().isAnnounced() || !survivor.standing().isAnnounced()) {
      return Optional.empty();
    }
    var cycle = survivor.standing().cycle();
    var by =
        store
            .findAnnouncing(survivor.id(), cycle)
            .map(Notice::id)
            .orElseGet(() -> NoticeId.qualified(survivor.id(), cycle));
    return store
        .findAnnouncing(loser.id(), loser.standing().cycle())
        .filter(notice -> notice.state() instanceof Notice.State.Unclaimed)
        .map(
            notice ->
                new Change.MoveNotice(notice.with(new Notice.State.Covered(now, by)), notice));
  }

  private static PutLead put(Lead stored, Lead changed) {
    return new PutLead(changed.withVersion(stored.version() + 1), stored.version());
  }
}
