package dev.warmline.measure.simulation;

import dev.warmline.aws.dynamo.EventItems;
import dev.warmline.aws.dynamo.LeadItems;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.event.Event;
import dev.warmline.event.EventKey;
import dev.warmline.event.ProfileKey;
import dev.warmline.handoff.AlertId;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.StageEntry;
import dev.warmline.rule.Publication;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be found out about a run from its tables, its topic and its clients' answers.
 *
 * @param isAtRest whether nothing was left to do
 * @param accepted the message ids that a client got a success for
 * @param events the log
 * @param leads every lead and tombstone by id
 * @param histories the stage entries of each, oldest first
 * @param publications by number, from 1
 * @param signals the ids of the notices that the stored signals should have become
 * @param profilesAtSteps the profiles that a lead had at each step, by its id and the number
 * @param begun when a scorer began with an event for the first time
 * @param scored when a scorer was through with an event for the first time
 * @param parked how many things were parked
 * @param traced how many lines the trace had
 */
record Evidence(
    Instant now,
    boolean isAtRest,
    Set<String> accepted,
    List<Event> events,
    Map<LeadId, Lead> leads,
    Map<LeadId, List<StageEntry>> histories,
    List<World.InForce> publications,
    List<Notices.Published> published,
    Set<String> signals,
    Map<String, Set<ProfileKey>> profilesAtSteps,
    Map<EventKey, Instant> begun,
    Map<EventKey, Instant> scored,
    int parked,
    int traced) {

  private static final int MOST_CYCLES = 30;

  static Evidence of(World world, Set<String> accepted, boolean isAtRest) {
    var tables = world.tables();
    var store = new Stores(tables, DeployedFunctions.TABLES).leadStore();
    var leads = leads(tables);
    var histories = new HashMap<LeadId, List<StageEntry>>();
    leads.keySet().forEach(id -> histories.put(id, store.listHistory(id)));
    return new Evidence(
        world.clock().instant(),
        isAtRest,
        Set.copyOf(accepted),
        tables.items(DeployedFunctions.TABLES.events()).stream().map(EventItems::read).toList(),
        leads,
        histories,
        world.inForce(),
        world.notices().published(),
        signals(leads.keySet(), store),
        world.profilesAtSteps(),
        world.begun(),
        world.scored(),
        tables.items(DeployedFunctions.TABLES.parked()).size(),
        world.trace().size());
  }

  private static Set<String> signals(Set<LeadId> leads, LeadStore store) {
    var signals = new HashSet<String>();
    for (var lead : leads) {
      for (var cycle = 1; cycle <= MOST_CYCLES; cycle++) {
        for (var signal : store.listSignals(lead, cycle)) {
          signals.add(new AlertId(lead, cycle, Optional.of(signal.name())).value());
        }
      }
    }
    return signals;
  }

  private static Map<LeadId, Lead> leads(MemoryDynamo tables) {
    var leads = new HashMap<LeadId, Lead>();
    for (var item : tables.items(DeployedFunctions.TABLES.leads())) {
      var key = item.get(Schema.SK);
      if (key != null && Schema.LEAD.equals(key.s())) {
        var lead = LeadItems.read(item);
        leads.put(lead.id(), lead);
      }
    }
    return leads;
  }

  /** The leads that were not merged away. */
  List<Lead> living() {
    return leads.values().stream().filter(lead -> !lead.isTombstone()).toList();
  }

  /** The lead itself, or the one it was merged into. */
  Lead survivorOf(LeadId id) {
    var lead = Optional.ofNullable(leads.get(id)).orElseThrow();
    return lead.mergedInto().map(this::survivorOf).orElse(lead);
  }

  /** The events of a lead's profiles. */
  List<Event> eventsOf(Lead lead) {
    return events.stream()
        .filter(event -> lead.profiles().contains(event.profile().key()))
        .toList();
  }

  /** The events that a scorer may have known when a lead took a step. */
  List<Event> knownAt(LeadId lead, StageEntry step) {
    var profiles = profilesAtSteps.getOrDefault(lead + "/" + step.number(), Set.of());
    return events.stream()
        .filter(event -> profiles.contains(event.profile().key()))
        .filter(event -> !begun.getOrDefault(event.key(), Instant.MAX).isAfter(step.at()))
        .toList();
  }

  /** Whether a scorer was through with an event before an instant. */
  boolean wasScored(Event event, Instant before) {
    return scored.getOrDefault(event.key(), Instant.MAX).isBefore(before);
  }

  /** The publication with this number. */
  Publication publication(int number) {
    return publications.get(number - 1).publication();
  }
}
