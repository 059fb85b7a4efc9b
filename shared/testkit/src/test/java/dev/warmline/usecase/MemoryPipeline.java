package dev.warmline.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.Lanes;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Model;
import dev.warmline.testkit.MemoryEventLog;
import dev.warmline.testkit.MemoryLeadStore;
import dev.warmline.testkit.MemoryModels;
import dev.warmline.testkit.MemoryParkedEvents;
import dev.warmline.testkit.MemoryQueueStore;
import dev.warmline.testkit.MemoryTeams;
import dev.warmline.testkit.RecordingPublisher;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The main flow over stores in memory. */
final class MemoryPipeline {
  private static final String MODEL =
      """
      {"name":"race","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":10}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60},"required":["email"]}}
      """;

  final MemoryEventLog log = new MemoryEventLog();
  final MemoryLeadStore leads = new MemoryLeadStore();
  final MemoryModels models = new MemoryModels();
  final MemoryTeams teams = new MemoryTeams();
  final MemoryQueueStore queues = new MemoryQueueStore();
  final List<String> unowned = new CopyOnWriteArrayList<>();
  final Owners owners;
  final MemoryParkedEvents parked = new MemoryParkedEvents();
  final RecordingPublisher publisher = new RecordingPublisher();
  final LeadDirectory directory;
  final EvaluateLead evaluate;
  final ScoreEvents scoreEvents;
  final SendNotices send;
  final ActOnLead acts;
  final ReleaseWaiting release;
  final PacedRelease paced;
  final TickClock tickClock;

  MemoryPipeline() {
    this(model(MODEL), false);
  }

  /** A pipeline that works by this model; a forgetful one never uses a checkpoint. */
  MemoryPipeline(Model model, boolean isForgetful) {
    var store = isForgetful ? new ForgetfulLeadStore(leads) : leads;
    var retry = Retry.times(50);
    var ids = TestLeads.ids();
    directory = new LeadDirectory(store);
    owners = new Owners(teams, queues, store, (lead, why, _) -> unowned.add(lead + ": " + why));
    evaluate = new EvaluateLead(log, store, retry, log::append, owners);
    scoreEvents =
        new ScoreEvents(
            models,
            () -> new Whose(store, retry, ids, new KnownClaims()),
            evaluate,
            parked,
            new Lanes(4));
    send = new SendNotices(store, publisher, new AlertRenderer(Optional.empty()));
    acts = new ActOnLead(models, log, store, evaluate);
    release = new ReleaseWaiting(models, store, evaluate);
    paced = new PacedRelease(models, store, release);
    tickClock = new TickClock(models, store, evaluate, send, parked);
    models.publish(model);
  }

  static Model model(String json) {
    try {
      return Model.of((ObjectNode) new ObjectMapper().readTree(json), 1);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Model model() {
    return models.current(Instant.EPOCH).model();
  }

  void append(List<Event> events) {
    log.append(events);
  }

  /** Works a batch off as an event source mapping does: from the first failed event on, again. */
  void scoreUntilDone(List<Event> batch, Instant now) {
    var left = batch;
    while (!left.isEmpty()) {
      var failed = scoreEvents.score(left, now);
      left = failed.isPresent() ? left.subList(failed.getAsInt(), left.size()) : List.of();
    }
  }

  /** Sends what may be sent now, as detect does. */
  void sendAll(Instant now) {
    leads.notices().forEach(notice -> send.send(notice.id(), "test", now));
  }
}
