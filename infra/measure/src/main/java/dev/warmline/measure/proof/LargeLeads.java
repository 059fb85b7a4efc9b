package dev.warmline.measure.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.dynamo.Tables;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.stream.LambdaJson;
import dev.warmline.aws.stream.StreamJson;
import dev.warmline.event.Event;
import dev.warmline.event.Json;
import dev.warmline.event.ParkedEvent;
import dev.warmline.functions.clock.ClockEnvironment;
import dev.warmline.functions.clock.ClockHandler;
import dev.warmline.functions.score.ScoreHandler;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.testkit.Invocation;
import dev.warmline.testkit.dynamo.ItemChange;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two leads with far more events than memory holds, one of a browser and one of a server, beside
 * the largest batch that score is given, and then first in the clock's list.
 */
final class LargeLeads {
  private static final TableNames NAMES = new TableNames("events", "leads", "parked", "models");
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final int BATCH = 100;
  private static final int EVENT_BYTES = 32 * 1024;
  private static final int FEW_OF_SERVERS = 1_000;
  private static final long MOST_LIVE_MEGABYTES = 160;
  private static final String BROWSERS = "browsers";
  private static final String SERVERS = "servers";
  private static final String MODEL =
      """
      {"name":"heap","scores":{"engagement":{"max":100,"rules":[
         {"id":"visit","says":"Looked at {properties.path}","when":{"type":["page"]},"points":1,
          "limit":{"times":3,"per":"day"},"decay":{"half-life":"30d"}}]}},
       "fit":{"bands":{"A":5,"B":0},
              "rules":[{"id":"big","when":{"traits":{"size":["big"]}},"points":6}]},
       "qualify":{"enter":{"score":"engagement","at-least":60},"required":["email"]}}\
      """;

  private final int events;
  private final Claims claims;
  private final List<ItemChange> stream = new ArrayList<>();
  private final MemoryDynamo memory = new MemoryDynamo(stream::add);
  private final EndlessTables tables = new EndlessTables(memory, NAMES.events());
  private final Stores stores = new Stores(tables, NAMES);
  private Instant now = START;

  LargeLeads(int events, Claims claims) {
    this.events = events;
    this.claims = claims;
  }

  int show() throws IOException, InterruptedException {
    Tables.definitions(NAMES).forEach(memory::createTable);
    new ModelPublisher(tables, NAMES.models())
        .publish((ObjectNode) Json.read(MODEL), Quiet.KEEP, now);
    found();
    tables.make(
        LargeEvents.key(BROWSERS),
        events - FEW_OF_SERVERS,
        FEW_OF_SERVERS,
        i -> LargeEvents.page(i, BROWSERS, i < events - FEW_OF_SERVERS, START));
    tables.make(
        LargeEvents.key(SERVERS), 0, events, i -> LargeEvents.page(i, SERVERS, false, START));
    showScore();
    showClock();
    return claims.exitCode();
  }

  /** Leads as they were when they still were small. */
  private void found() {
    var known =
        List.of(
            LargeEvents.identify("f-1", BROWSERS, 1, now),
            LargeEvents.identify("f-2", SERVERS, 1, now));
    score(batch(known));
  }

  private void showScore() throws InterruptedException {
    var sent = new ArrayList<Event>();
    sent.add(LargeEvents.identify("g-1", "before", 1, now));
    sent.add(LargeEvents.consent("c-1", BROWSERS, now));
    sent.add(LargeEvents.consent("c-2", SERVERS, now));
    IntStream.range(sent.size(), BATCH - 1)
        .forEach(
            i -> sent.add(LargeEvents.identify("l-" + i, "neighbour-" + i, EVENT_BYTES / 11, now)));
    sent.add(LargeEvents.identify("g-2", "after", 1, now));
    var batch = batch(sent);
    var begun = System.nanoTime();

    var most = LiveHeap.most(() -> score(batch));

    System.out.printf(
        "      score: a batch of %d events, most of %d KB, and two leads of %,d events: %.1f s%n",
        sent.size(), EVENT_BYTES / 1024, events, seconds(begun));
    claims.equal("score: live heap under " + MOST_LIVE_MEGABYTES + " MB", true, isSmall(most));
    var unscored =
        sent.stream()
            .map(event -> event.profile().id())
            .filter(user -> !user.equals(SERVERS) && !isScored(user))
            .toList();
    claims.holds("score: neighbours are worked off", sent.size() - 1, unscored);
    claims.equal(
        "the lead of browsers is scored from its servers' events and says so",
        true,
        lead(BROWSERS).card().scorecard().has("limited"));
    claims.equal("the lead of servers is parked as too large, once", 1L, tooLarge("score"));
  }

  private void showClock() throws IOException, InterruptedException {
    due(BROWSERS, 3);
    due(SERVERS, 2);
    due("before", 1);
    due("after", 1);
    now = now.plus(Duration.ofMinutes(1));
    var handler = clock();
    var begun = System.nanoTime();

    var most = LiveHeap.most(() -> tick(handler));

    System.out.printf("      clock: the same leads due first: %.1f s%n", seconds(begun));
    claims.equal("clock: live heap under " + MOST_LIVE_MEGABYTES + " MB", true, isSmall(most));
    claims.equal(
        "clock: nothing is due after the tick", 0, stores.leadStore().listDue(now, 9).size());
    claims.equal("clock: the lead of servers is parked as too large", 1L, tooLarge("clock"));
    claims.equal(
        "clock: it is due again later, and nobody else",
        1,
        stores.leadStore().listDue(now.plus(Duration.ofMinutes(11)), 9).size());
  }

  private boolean isSmall(long most) {
    System.out.printf("      most live heap: %d MB%n", most);
    return most < MOST_LIVE_MEGABYTES;
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private void score(InputStream batch) {
    try {
      var failed =
          ScoreHandler.over(stores, Journal.ofNothing(), () -> now)
              .score(LambdaJson.readStream(batch));
      claims.equal("score: records that must come again", 0, failed.getBatchItemFailures().size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClockHandler clock() {
    AlertPublisher nobody =
        (id, message) -> {
          throw new IllegalStateException("nobody qualifies");
        };
    return new ClockHandler(
        ClockEnvironment.tickClock(stores, nobody, "none", Journal.ofNothing()),
        Journal.ofNothing(),
        Map::of,
        () -> now);
  }

  private static void tick(ClockHandler handler) {
    try {
      handler.handleRequest(
          InputStream.nullInputStream(), OutputStream.nullOutputStream(), new Invocation("proof"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the stream says once these events are in the log. */
  private InputStream batch(List<Event> sent) {
    stream.clear();
    stores.eventLog().append(sent);
    var records =
        stream.stream()
            .map(it -> StreamJson.record(it.eventName(), "1", it.keys(), it.before(), it.after()))
            .toList();
    return new ByteArrayInputStream(Json.write(StreamJson.batch(records)).getBytes(UTF_8));
  }

  private void due(String user, int minutesAgo) {
    var lead = lead(user);
    var due = lead.withDue(Optional.of(now.minus(Duration.ofMinutes(minutesAgo))));
    // A lead goes on from its checkpoint; without it the clock has to read the log.
    var unremembered = due.with(due.card().withCheckpoint(Optional.empty()));
    stores
        .leadStore()
        .commit(
            List.of(
                new Change.PutLead(unremembered.withVersion(lead.version() + 1), lead.version())));
  }

  private boolean isScored(String user) {
    return !lead(user).card().scorecard().isEmpty();
  }

  private Lead lead(String user) {
    LeadId id = stores.leadStore().findLink(LargeEvents.key(user)).orElseThrow().lead();
    return stores.leadStore().findLead(id).orElseThrow();
  }

  private long tooLarge(String source) {
    return new DynamoParkedEvents(memory, NAMES.parked(), DynamoParkedEvents.DEFAULT_RETENTION)
        .list(BATCH).stream()
            .filter(parked -> parked.source().equals(source))
            .map(ParkedEvent::reason)
            .filter(reason -> reason.startsWith("too large"))
            .count();
  }
}
