package dev.warmline.measure.simulation;

import dev.warmline.aws.dynamo.EventItems;
import dev.warmline.aws.dynamo.LeadItems;
import dev.warmline.aws.dynamo.NoticeItems;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.event.Event;
import dev.warmline.lead.Answer;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Done;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Outcomes;
import dev.warmline.lead.StageEntry;
import dev.warmline.rule.Publication;
import dev.warmline.team.QueueTurns;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What can be found out about a run from its tables, its topic and its clients' answers.
 *
 * @param isAtRest whether nothing was left to do
 * @param accepted the message ids that a client got a success for
 * @param events the log
 * @param leads every lead and tombstone by id
 * @param histories the stage entries of each, oldest first
 * @param cycles every cycle of each
 * @param outbox every notice, with the instant at which the clock finds it
 * @param waiting who is shown as waiting
 * @param answers what became of the acts that events told of or people did, by their ids
 * @param rota whose leads were
 * @param places what the queues count
 * @param parked why things were parked
 * @param traced how many lines the trace had
 */
record Aftermath(
    Instant now,
    boolean isAtRest,
    Set<String> accepted,
    List<Event> events,
    Map<LeadId, Lead> leads,
    Map<LeadId, List<StageEntry>> histories,
    List<Cycle> cycles,
    Map<NoticeId, Kept> outbox,
    Set<LeadId> waiting,
    Map<String, Answer> answers,
    List<Notices.Published> published,
    Witness witness,
    Rota rota,
    List<QueueTurns> places,
    List<String> parked,
    int traced) {
  private static final int EVERYBODY = 1_000;

  /**
   * A notice, and when the clock finds it.
   *
   * @param due as it was written with the notice
   * @param found the same, unless the clock has moved it on since
   */
  record Kept(Notice notice, Optional<Instant> due, Optional<Instant> found) {}

  static Aftermath of(World world, Set<String> accepted, boolean isAtRest) {
    var tables = world.tables();
    var stores = new Stores(tables, DeployedFunctions.TABLES);
    var store = stores.leadStore();
    var events =
        tables.items(DeployedFunctions.TABLES.events()).stream().map(EventItems::read).toList();
    var leads = leads(tables);
    var histories = new HashMap<LeadId, List<StageEntry>>();
    var cycles = new ArrayList<Cycle>();
    for (var id : leads.keySet()) {
      histories.put(id, store.listHistory(id));
      store.listCycles(id).stream()
          .filter(cycle -> cycle.number() != CycleRecord.OUTSIDE)
          .forEach(cycle -> cycles.add(new Cycle(id, cycle)));
    }
    return new Aftermath(
        world.clock().instant(),
        isAtRest,
        Set.copyOf(accepted),
        events,
        leads,
        histories,
        cycles,
        outbox(tables, store),
        Set.copyOf(store.listWaiting(EVERYBODY)),
        answers(events, world.witness(), store),
        world.notices().published(),
        world.witness(),
        world.witness().rota().soFar(),
        Staff.QUEUES.stream().map(stores.queues()::find).toList(),
        parked(tables),
        world.trace().size());
  }

  private static Map<LeadId, Lead> leads(MemoryDynamo tables) {
    var leads = new HashMap<LeadId, Lead>();
    for (var item : tables.items(DeployedFunctions.TABLES.leads())) {
      if (Schema.LEAD.equals(text(item, Schema.SK))) {
        var lead = LeadItems.read(item);
        leads.put(lead.id(), lead);
      }
    }
    return leads;
  }

  private static Map<NoticeId, Kept> outbox(MemoryDynamo tables, LeadStore store) {
    var outbox = new HashMap<NoticeId, Kept>();
    for (var item : tables.items(DeployedFunctions.TABLES.leads())) {
      var found = instant(item, Schema.DUE_SORT);
      var due = instant(item, Schema.DUE_BEFORE).or(() -> found);
      NoticeItems.id(text(item, Schema.SK))
          .flatMap(store::findNotice)
          .ifPresent(notice -> outbox.put(notice.id(), new Kept(notice, due, found)));
    }
    return outbox;
  }

  private static Optional<Instant> instant(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(at -> Instant.parse(at.s()));
  }

  private static Map<String, Answer> answers(List<Event> events, Witness witness, LeadStore store) {
    var answers = new HashMap<String, Answer>();
    Stream.concat(
            events.stream().flatMap(event -> Outcomes.read(event).stream()).map(Done::id),
            witness.told().stream().map(told -> told.act().id()))
        .forEach(act -> store.findAnswer(act).ifPresent(it -> answers.put(act, it)));
    return answers;
  }

  private static List<String> parked(MemoryDynamo tables) {
    return tables.items(DeployedFunctions.TABLES.parked()).stream()
        .map(item -> text(item, Schema.WHY))
        .toList();
  }

  /** The text of an attribute; empty if there is none. */
  static String text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
  }

  /** The history of a lead, oldest first. */
  List<StageEntry> history(LeadId lead) {
    return histories.getOrDefault(lead, List.of());
  }

  /** Whether anything was parked but acts that could not be done. */
  boolean hasPoison() {
    return parked.stream().anyMatch(why -> !why.startsWith("outcome refused"));
  }

  /** The leads that were not merged away. */
  List<Lead> living() {
    return leads.values().stream().filter(lead -> !lead.isTombstone()).toList();
  }

  /** The lead itself, or the one it was merged into by an instant. */
  LeadId survivorOf(LeadId id, Instant at) {
    return witness.merges().stream()
        .filter(merged -> merged.lead().equals(id) && !merged.at().isAfter(at))
        .map(merged -> survivorOf(merged.into(), at))
        .findFirst()
        .orElse(id);
  }

  /** The events of a lead. */
  List<Event> eventsOf(Lead lead) {
    return eventsOf(lead.identity());
  }

  private List<Event> eventsOf(Identity identity) {
    return events.stream().filter(identity::owns).toList();
  }

  /** The events that whoever did this may have known. */
  List<Event> possiblyKnownAt(Witness.Moment moment) {
    var known = witness.known(moment);
    return eventsOf(known.identity()).stream()
        .filter(event -> !witness.logged(event.key()).isAfter(known.at()))
        .toList();
  }

  /** The events that whoever did this at that instant must have known. */
  List<Event> surelyKnownAt(Witness.Moment moment, Instant at) {
    return eventsOf(witness.known(moment).identity()).stream()
        .filter(event -> witness.scored(event.key()).isBefore(at))
        .toList();
  }

  /** What was published under an id, oldest first. */
  List<Notices.Published> published(NoticeId id) {
    return published.stream().filter(notice -> notice.id().equals(id)).toList();
  }

  /** Whether a model that was in force looks at an event. */
  boolean wasLookedAt(Event event) {
    return witness.publications().stream().anyMatch(it -> it.model().looksAt(event));
  }

  /** The publication with this number. */
  Publication publication(int number) {
    return witness.publications().get(number - 1);
  }
}
