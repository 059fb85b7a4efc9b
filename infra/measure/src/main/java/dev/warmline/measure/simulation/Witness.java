package dev.warmline.measure.simulation;

import dev.warmline.aws.dynamo.EventItems;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.event.EventKey;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Answer;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Pace;
import dev.warmline.rule.Model;
import dev.warmline.rule.Publication;
import dev.warmline.team.QueueStore;
import dev.warmline.testkit.dynamo.ItemChange;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Notes when what happened, and to whom, as far as the tables do not tell it afterwards. */
final class Witness {
  private static final Identity NOBODY =
      new Identity(new TreeSet<>(), new TreeMap<>(), Optional.empty());

  private final InstantSource clock;
  private final LeadStore leads;
  private final LeadDirectory directory;
  private final Map<EventKey, Instant> logged = new HashMap<>();
  private final Map<EventKey, Instant> begun = new HashMap<>();
  private final Map<EventKey, Instant> scored = new HashMap<>();
  private final Map<Moment, Known> moments = new HashMap<>();
  private final List<Merged> merges = new ArrayList<>();
  private final Map<LeadId, TreeSet<Instant>> evaluated = new HashMap<>();
  private final Map<LeadId, String> cards = new HashMap<>();
  private final List<Publication> publications = new ArrayList<>();
  private final List<Paced> paces = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final Rota rota;
  private final QueueStore queues;

  /**
   * A cycle was opened, or announced.
   *
   * @param announced whether it is announced then
   */
  record Moment(LeadId lead, int cycle, boolean announced) {}

  /**
   * Who a lead was when that was written.
   *
   * @param at when it was written
   */
  record Known(Identity identity, Instant at) {}

  /**
   * A lead was merged away.
   *
   * @param unsaid what nobody had begun to say of it, though sales hears of the survivor
   */
  record Merged(LeadId lead, LeadId into, Instant at, Optional<NoticeId> unsaid) {}

  /** The pace, as it was written at an instant. */
  record Paced(Pace pace, Instant at) {}

  /** What a person was told of an act. */
  record Told(Deed.Act act, Answer answer) {}

  Witness(InstantSource clock, MemoryDynamo tables) {
    this.clock = clock;
    var stores = new Stores(tables, DeployedFunctions.TABLES);
    this.leads = stores.leadStore();
    this.directory = stores.directory();
    this.queues = stores.queues();
    this.rota = new Rota(clock);
  }

  /** An event was written to the log. */
  void logged(ItemChange change) {
    logged.putIfAbsent(key(change), clock.instant());
  }

  /** A scorer has begun with this change. */
  void begun(ItemChange change) {
    begun.putIfAbsent(key(change), clock.instant());
  }

  /** A scorer is through with this change. */
  void scored(ItemChange change) {
    scored.putIfAbsent(key(change), clock.instant());
  }

  private static EventKey key(ItemChange change) {
    return EventItems.read(change.after()).key();
  }

  /** When an event was in the log; never if it is not. */
  Instant logged(EventKey event) {
    return logged.getOrDefault(event, Instant.MAX);
  }

  /** When a scorer began with an event for the first time. */
  Instant begun(EventKey event) {
    return begun.getOrDefault(event, Instant.MAX);
  }

  /** When a scorer was through with an event for the first time. */
  Instant scored(EventKey event) {
    return scored.getOrDefault(event, Instant.MAX);
  }

  /** A model was put in force: what it makes of the quiet is reckoned here once more. */
  void published(int number, Model model, Quiet quiet) {
    var before = publications.isEmpty() ? Instant.EPOCH : publications.getLast().quietBefore();
    var quietBefore =
        switch (quiet) {
          case KEEP -> before;
          case FROM_NOW -> clock.instant();
          case NONE -> Instant.EPOCH;
        };
    publications.add(new Publication(number, model, quietBefore));
  }

  /** Every publication, in the order of their numbers, which begin at 1. */
  List<Publication> publications() {
    return List.copyOf(publications);
  }

  /** The leads table has changed. */
  void changed(ItemChange change) {
    var sk = Aftermath.text(change.keys(), Schema.SK);
    var pk = Aftermath.text(change.keys(), Schema.PK);
    if (sk.startsWith(Schema.CYCLES)) {
      var lead = new LeadId(pk);
      leads.listCycles(lead).stream()
          .filter(cycle -> cycle.number() != CycleRecord.OUTSIDE)
          .forEach(cycle -> note(lead, cycle));
    } else if (sk.equals(Schema.LEAD)) {
      leads.findLead(new LeadId(pk)).ifPresent(this::note);
    } else if (sk.equals(Schema.PACE)) {
      leads
          .findPace(Optional.empty())
          .ifPresent(pace -> paces.add(new Paced(pace, clock.instant())));
    } else if (sk.equals(Schema.QUEUE)) {
      rota.counted(queues.find(pk.substring(Schema.QUEUE.length() + 1)));
    }
  }

  private void note(LeadId lead, CycleRecord cycle) {
    var isAnnounced = cycle.announcement() instanceof Announcement.Announced;
    moments.computeIfAbsent(
        new Moment(lead, cycle.number(), isAnnounced),
        moment -> new Known(identityOf(lead), clock.instant()));
  }

  private void note(Lead lead) {
    rota.written(lead);
    var card = lead.card().scorecard().path("asOf").asText();
    if (!card.equals(cards.put(lead.id(), card))) {
      evaluated.computeIfAbsent(lead.id(), any -> new TreeSet<>()).add(clock.instant());
    }
    lead.mergedInto()
        .ifPresent(
            into -> merges.add(new Merged(lead.id(), into, clock.instant(), unsaid(lead, into))));
  }

  /** The notice itself is only moved after the two leads, in the same transaction. */
  private Optional<NoticeId> unsaid(Lead loser, LeadId into) {
    var isOfSurvivor =
        leads.findLead(into).filter(lead -> lead.standing().isAnnounced()).isPresent();
    return leads
        .findAnnouncing(loser.id(), loser.standing().cycle())
        .filter(notice -> loser.standing().isAnnounced() && isOfSurvivor)
        .filter(notice -> notice.state() instanceof Notice.State.Unclaimed)
        .map(Notice::id);
  }

  /** Who the lead of a cycle was when it was opened, or announced. */
  Known known(Moment moment) {
    return moments.getOrDefault(moment, new Known(NOBODY, Instant.MIN));
  }

  /** Whether a lead was evaluated since the last merge into it: who has a device is no matter. */
  boolean isSettled(LeadId lead, Instant before) {
    var since = evaluated.getOrDefault(lead, new TreeSet<>()).headSet(before, false);
    return merges.stream()
        .filter(merged -> merged.into().equals(lead))
        .allMatch(merged -> !since.isEmpty() && since.last().isAfter(merged.at()));
  }

  /** Whose leads were. */
  Rota rota() {
    return rota;
  }

  /** A person was told what became of an act. */
  void told(Deed.Act act, Answer answer) {
    told.add(new Told(act, answer));
  }

  /** What people were told of their acts, whenever they did them. */
  List<Told> told() {
    return List.copyOf(told);
  }

  /** Every change of the pace, oldest first. */
  List<Paced> paces() {
    return List.copyOf(paces);
  }

  /** The merges, oldest first. */
  List<Merged> merges() {
    return List.copyOf(merges);
  }

  /** Who the lead that a notice is about is now, or its survivor. */
  Identity identityOf(NoticeId notice) {
    return notice.lead().map(this::identityOf).orElse(NOBODY);
  }

  private Identity identityOf(LeadId lead) {
    return directory.findLiving(lead).map(Lead::identity).orElse(NOBODY);
  }
}
