package dev.warmline.functions.score;

import dev.warmline.aws.dynamo.Rehearsals;
import dev.warmline.aws.runtime.RehearsalContext;
import dev.warmline.event.EventJson;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A lead from the first page to MQL before the snapshot, with tables that are none. */
final class Rehearsal {
  private static final String MODEL =
      """
      {"name":"rehearsal","scores":{"engagement":{"max":100,"groups":{"web":{"max":90}},"rules":[
        {"id":"page","says":"Saw {properties.title}","topic":"site","group":"web","points":10,
         "when":{"type":["page"]},"limit":{"times":9,"per":"day","distinct":"properties.title"},
         "decay":{"half-life":"30d"}},
        {"id":"back","when":{"type":["page"]},"after":{"times":2,"within":"7d"},"points":1,
         "decay":{"linear":"30d"}},
        {"id":"gone","when":{"type":["page"]},"quiet":"30d","points":-5}]}},
       "fit":{"bands":{"A":10,"B":0},"rules":[
        {"id":"big","when":{"traits":{"employees":[{"numeric":[">=",200]}]}},"points":10}]},
       "qualify":{"enter":{"all":[{"score":"engagement","at-least":20},{"grade":"A"}]},
        "exit":{"score":"engagement","below":10},"required":["email"]},
       "segments":[{"id":"big","when":{"grade":["A"]}}]}""";
  private static final List<String> FIRST =
      List.of(
          """
          {"id":"1","type":"identify","occurredAt":"2026-01-01T00:00:00Z",\
          "receivedAt":"2026-01-01T00:00:00Z","source":"rehearsal","trust":"server",\
          "userId":"u-1","anonymousId":"a-1","profile":"user:u-1",\
          "traits":{"email":"nobody@example.com","employees":250}}""",
          page(2));
  private static final List<String> NEXT = List.of(page(3), page(4));
  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

  private Rehearsal() {}

  static void run() {
    try (var rehearsal = new Rehearsals()) {
      rehearsal.publish(MODEL);
      var handler = new ScoreHandler(rehearsal.stores(), () -> NOW);
      for (var events : List.of(FIRST, NEXT)) {
        rehearsal.stores().eventLog().append(events.stream().map(EventJson::parse).toList());
        handle(handler, rehearsal);
      }
      check(rehearsal.stores().leadStore());
    }
  }

  /** A rehearsal that went wrong warms little: say so. */
  private static void check(LeadStore leads) {
    var founder = EventJson.parse(FIRST.getFirst()).profile().key();
    var isMql =
        leads.findLead(LeadId.foundedBy(founder)).filter(it -> it.stage() == Stage.MQL).isPresent();
    if (!isMql) {
      throw new IllegalStateException("the rehearsed lead did not become MQL");
    }
  }

  private static void handle(ScoreHandler handler, Rehearsals rehearsal) {
    try {
      var nowhere = OutputStream.nullOutputStream();
      handler.handleRequest(rehearsal.loggedEvents(), nowhere, new RehearsalContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String page(int number) {
    return Stream.of(
            "\"id\":\"%d\",\"type\":\"page\",\"properties\":{\"title\":\"%d\"",
            "\"path\":\"/pricing\",\"url\":\"https://www.example.com/pricing?utm_campaign=new\"",
            "\"referrer\":\"https://news.example.org/today\"}",
            "\"context\":{\"locale\":\"en-GB\"}",
            "\"occurredAt\":\"2026-01-01T00:00:0%d.5Z\",\"receivedAt\":\"2026-01-01T00:00:0%d.7Z\"",
            "\"source\":\"rehearsal\",\"trust\":\"server\",\"userId\":\"u-1\"",
            "\"profile\":\"user:u-1\"")
        .map(part -> part.formatted(number, number))
        .reduce((one, other) -> one + "," + other)
        .map(fields -> "{" + fields + "}")
        .orElseThrow();
  }
}
