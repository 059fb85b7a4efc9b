package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.runtime.Backoff;
import dev.warmline.event.Event;
import dev.warmline.event.Lanes;
import dev.warmline.lead.LeadId;
import dev.warmline.rule.Model;
import dev.warmline.testkit.MemoryModels;
import dev.warmline.testkit.MemoryTeams;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import dev.warmline.usecase.EvaluateLead;
import dev.warmline.usecase.Owners;
import dev.warmline.usecase.ScoreEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what one more event costs a lead with a history, in DynamoDB units. Run it to print the
 * table; it starts and ends its own DynamoDB Local.
 */
public final class EventCost {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration HISTORY = Duration.ofDays(95);
  private static final int MEASURED = 10;
  private static final String MODEL =
      """
      {"name":"cost","scores":{
         "engagement":{"max":100,"rules":[
           {"id":"visit","says":"Looked at {properties.title}","when":{"type":["page"]},
            "points":1,"limit":{"times":1,"per":"day"},"decay":{"linear":"40d"}},
           {"id":"pricing","says":"Looked at pricing","topic":"pricing",
            "when":{"properties":{"path":["/pricing"]}},
            "points":5,"limit":{"times":1,"distinct":"properties.title"},"decay":{"linear":"45d"}},
           {"id":"returning","says":"Came back on five days","when":{"type":["page"]},
            "after":{"times":5,"within":"7d","per":"day"},"points":10,"decay":{"expires":"60d"}}]},
         "heat":{"bands":{"hot":10,"cold":0},"rules":[
           {"id":"call","says":"Asked for a call","when":{"event":["Call Requested"]},
            "points":10,"decay":{"expires":"1d"}}]}},
       "qualify":{"enter":{"any":[{"score":"engagement","at-least":90},
                                  {"score":"heat","at-least":10}]},
                  "exit":{"all":[{"score":"engagement","below":30},{"score":"heat","below":5}]},"required":["email","phone"]}}
      """;

  private final UnitMeter meter = new UnitMeter();
  private final Stores stores = new Stores(LocalDynamo.client(meter), LocalDynamo.freshTables());
  // what functions remember for some seconds is not counted: model, team, newest erasure
  private final MemoryModels models = new MemoryModels();
  private final EvaluateLead evaluate =
      new EvaluateLead(
          stores.eventLog(),
          stores.leadStore(),
          Backoff.forConflicts(),
          stores.eventLog()::append,
          new Owners(
              new MemoryTeams(), stores.queues(), stores.leadStore(), (lead, why, now) -> {}));
  private final ScoreEvents score =
      new ScoreEvents(models, stores::whose, evaluate, stores.parkedEvents(), new Lanes(1));
  private final int bytes;

  /**
   * What an event costs.
   *
   * @param append units written to put it in the log
   * @param written units written beyond that, the most that any of the measured events took
   * @param read units read, the most that any of the measured events took
   */
  record Cost(double append, double written, double read) {}

  /** Events of about so many bytes. */
  EventCost(int bytes) {
    this.bytes = bytes;
    models.publish(model(), Instant.EPOCH);
  }

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.out.println(
        "| history | live hits | event | append | unmatched: more | matched: write | read |"
            + " due earlier: write | read |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (var bytes : List.of(500, 1_500)) {
      for (var events : List.of(10, 1_000, 10_000)) {
        var cost = new EventCost(bytes);
        cost.history(events);
        var hits = cost.liveHits();
        var unmatched = cost.ofUnmatched();
        var matched = cost.ofMatched();
        var earlier = cost.ofEarlierDue();
        System.out.printf(
            "| %,d | %d | %.1f KB | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
            events,
            hits,
            bytes / 1_000.0,
            matched.append(),
            unmatched.written() + unmatched.read(),
            matched.written(),
            matched.read(),
            earlier.written(),
            earlier.read());
      }
    }
    var stranger = new EventCost(500).ofStranger();
    System.out.printf(
        "a stranger's matched event: append %.0f, write %.0f, read %.0f%n",
        stranger.append(), stranger.written(), stranger.read());
    System.exit(0);
  }

  private LeadId lead() {
    return stores.directory().findLead(TestLeads.user("u-7")).orElseThrow();
  }

  /** Gives the lead a past of so many events, half of them matched, and evaluates it. */
  void history(int events) {
    var past = new ArrayList<Event>();
    past.add(
        TestEvents.identify("who")
            .at("2026-02-01T10:00:00Z")
            .user("u-7")
            .trait("email", "kim@acme.example")
            .trait("company", "Acme")
            .trait("role", "cto")
            .build());
    for (var i = 1; i < events; i++) {
      var at = NOW.minus(HISTORY).plus(HISTORY.multipliedBy(i).dividedBy(events));
      past.add(i % 2 == 0 ? matched("p" + i, at) : unmatched("p" + i, at));
    }
    stores.eventLog().append(past);
    score.score(past.subList(0, 1), NOW);
    evaluate.evaluate(lead(), models.current(NOW), NOW);
    meter.take();
  }

  Cost ofUnmatched() {
    return most(NOW, true);
  }

  Cost ofMatched() {
    return most(NOW.plus(Duration.ofHours(1)), false);
  }

  /** An event after which time alone may change a verdict sooner than it was thought before. */
  Cost ofEarlierDue() {
    var at = NOW.plus(Duration.ofHours(5));
    return cost(sized(TestEvents.track(name("call"), "Call Requested").user("u-7"), at), at);
  }

  /** A page that rules match, of somebody whom nothing is known about. */
  Cost ofStranger() {
    var at = NOW.plus(Duration.ofHours(6));
    return cost(sized(TestEvents.page(name("stranger"), "/pricing").anonymous("device-7"), at), at);
  }

  /** When the clock must look at the lead. */
  Instant due() {
    var lead = stores.leadStore().findLead(lead()).orElseThrow();
    meter.take();
    return lead.due().orElseThrow();
  }

  /** How many hits are worth something. */
  int liveHits() {
    var lead = stores.leadStore().findLead(lead()).orElseThrow();
    var hits = 0;
    for (var score : lead.card().scorecard().path("scores")) {
      for (var line : score.path("lines")) {
        hits += line.path("hits").asInt();
      }
    }
    meter.take();
    return hits;
  }

  private Cost most(Instant from, boolean isUnmatched) {
    var most = new Cost(0, 0, 0);
    for (var i = 0; i < MEASURED; i++) {
      var at = from.plus(Duration.ofMinutes(20L * i));
      var id = (isUnmatched ? "u" : "m") + i;
      var cost = cost(isUnmatched ? unmatched(id, at) : matched(id, at), at);
      most =
          new Cost(
              Math.max(most.append(), cost.append()),
              Math.max(most.written(), cost.written()),
              Math.max(most.read(), cost.read()));
    }
    return most;
  }

  private Cost cost(Event event, Instant now) {
    stores.erasedPersons().newest(now);
    meter.take();
    stores.eventLog().append(List.of(event));
    var append = meter.take();
    score.score(List.of(event), now);
    var rest = meter.take();
    return new Cost(append.written(), rest.written(), rest.read() + append.read());
  }

  private Event matched(String id, Instant at) {
    var day = at.toString().substring(0, 10);
    var page = TestEvents.page(name(id), "/pricing").property("title", "Pricing " + day);
    return sized(page.user("u-7"), at);
  }

  private Event unmatched(String id, Instant at) {
    return sized(TestEvents.track(name(id), "Video Played").user("u-7"), at);
  }

  private Event sized(TestEvents event, Instant at) {
    event.at(at.toString()).browser("website");
    for (var i = 0; event.json().toString().length() < bytes - 60; i++) {
      event.property("field" + i, "value " + Integer.toHexString((i + bytes) * 0x9E3779B9));
    }
    return event.build();
  }

  /** Ids as browsers make them: they do not deflate. */
  private static String name(String id) {
    return java.util
        .UUID
        .nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private static Model model() {
    try {
      return Model.of((ObjectNode) new ObjectMapper().readTree(MODEL), 1);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
