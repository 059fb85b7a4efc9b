package dev.warmline.functions.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.dynamo.Tables;
import dev.warmline.aws.dynamo.TeamPublisher;
import dev.warmline.aws.publish.SlackHosts;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.secret.DeskSecret.Keys;
import dev.warmline.event.Event;
import dev.warmline.event.Lanes;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.functions.desk.session.DeskKeys;
import dev.warmline.functions.desk.slack.SlackApp;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.Issuer;
import dev.warmline.functions.desk.token.IssuerKeys;
import dev.warmline.lead.Lead;
import dev.warmline.testkit.Invocation;
import dev.warmline.testkit.SettableClock;
import dev.warmline.testkit.SlackPress;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import dev.warmline.usecase.FindLead;
import dev.warmline.usecase.ScoreEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The real handler over tables in memory, called with the events that API Gateway makes. */
final class Desk {
  static final ObjectMapper JSON = new ObjectMapper();
  static final TableNames TABLES = TableNames.withPrefix("test");
  static final Keys KEYS = new Keys("a-key-of-tests-that-nobody-can-guess", Optional.empty());
  static final String MODEL =
      """
      {"name":"acts","scores":{"engagement":{"bands":{"hot":50,"cold":0},"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":10}]}},
       "qualify":{"enter":{"score":"engagement","at-least":30},"required":["email"],
         "fast-track":[{"when":{"event":["Demo Requested"]},"says":"Requested a demo"}]},
       "segments":[{"id":"big","when":{"traits":{"employees":[{"numeric":[">=",1000]}]}}}],
       "routes":[{"segment":"big","queue":"enterprise-ae"},{"queue":"inbound-sdr"}],
       "sla":{"accept-within":"4h","answer-return-within":"2d"},
       "recycle":{"after":"14d","unqualified-after":"30d"},
       "return-reasons":{"no-budget":null,"timing":{"until":"asked","again-to":"same"},
          "bad-data":{"answer":"required","note":"required"},
          "wrong-queue":{"path":"queue"},
          "do-not-contact":{"path":"disqualify","consent":"withdraw"}}}
      """;
  private static final String TEAM =
      """
      {"people":{
         "kim":{"name":"Kim Lee","email":"kim@corp.example","role":"sales","slack":"U0KIM"},
         "bo":{"name":"Bo Novak","email":"bo@corp.example","role":"sales","slack":"U0BO"},
         "ana":{"name":"Ana Ruiz","email":"ana@corp.example","role":"sales","slack":"U0ANA"},
         "mia":{"name":"Mia Berg","email":"mia@corp.example","role":"marketing","slack":"U0MIA"},
         "lee":{"name":"Lee Park","email":"lee@corp.example","role":"lead","slack":"U0LEE"}},
       "calendars":{"always":{"zone":"UTC","open":{"mon-sun":["00:00-24:00"]}}},
       "queues":{
         "inbound-sdr":{"members":["kim","bo"],"calendar":"always","give":"first-to-take","escalate-to":"lee"},
         "enterprise-ae":{"members":["ana"],"calendar":"always","give":"first-to-take","escalate-to":"lee"}},
       "sla":[{"tier":"hot","accept-within":"30m","contact-within":"2h"},
              {"accept-within":"4h","contact-within":"1d"}],
       "answer-return-within":"2d"}
      """;

  private static final SlackHosts HERE =
      new SlackHosts("http", List.of("127.0.0.1"), List.of("127.0.0.1"));

  /** An answer as the client gets it. */
  record Answer(int status, JsonNode headers, JsonNode body) {
    String text(String path) {
      return body.at(path).asText();
    }

    String code() {
      return text("/code");
    }
  }

  final SettableClock clock = new SettableClock("2026-03-02T10:00:00Z");
  final MemoryDynamo tables = new MemoryDynamo(change -> {});
  final Stores stores;

  /** What the function wrote, line by line. */
  final List<String> lines = new ArrayList<>();

  /** With what Slack is posted to. */
  String posting = "not stored yet";

  private final DeskHandler handler;
  private int keys;

  private static String slack(Instant now) {
    return SlackPress.SECRET;
  }

  Desk() {
    this(keys());
  }

  /** One whose issuer does not answer. */
  static Desk withoutIssuer() {
    return new Desk(
        (selector, context) -> {
          throw new KeySourceException("away");
        });
  }

  /** One that people sign in to with this issuer. */
  static Desk of(Issuer issuer, DeskKeys secret) {
    return new Desk(issuer, IssuerKeys.of(issuer), secret, Optional.of(json(TEAM)), Desk::slack);
  }

  /** One that no team works at yet. */
  static Desk withoutTeam() {
    return new Desk(TestIssuer.ISSUER, keys(), _ -> KEYS, Optional.empty(), Desk::slack);
  }

  /** One that cannot read by what Slack signs. */
  static Desk withoutSigningSecret() {
    return new Desk(
        TestIssuer.ISSUER,
        keys(),
        _ -> KEYS,
        Optional.of(json(TEAM)),
        _ -> {
          throw new StoreUnavailable("read Slack's signing secret", new IOException("away"));
        });
  }

  private static JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(TestIssuer.keys());
  }

  private Desk(JWKSource<SecurityContext> keys) {
    this(TestIssuer.ISSUER, keys, _ -> KEYS, Optional.of(json(TEAM)), Desk::slack);
  }

  private Desk(
      Issuer issuer,
      JWKSource<SecurityContext> keys,
      DeskKeys secret,
      Optional<ObjectNode> team,
      Function<Instant, String> signing) {
    Tables.definitions(TABLES).forEach(tables::createTable);
    stores = new Stores(tables, TABLES);
    new ModelPublisher(tables, TABLES.models())
        .publish(json(MODEL), ModelPublisher.Quiet.KEEP, clock.instant());
    team.ifPresent(this::publish);
    var tokens = new BearerTokens(issuer, keys);
    var journal = Journal.to("desk", lines::add);
    var app = new SlackApp(signing, _ -> posting, HERE);
    var slack = DeskEnvironment.slack(stores, app, journal);
    var desk = DeskEnvironment.desk(stores, issuer, tokens, secret).with(slack);
    handler = new DeskHandler(desk, journal, clock);
  }

  void publish(ObjectNode team) {
    new TeamPublisher(tables, TABLES.models())
        .publish(_ -> new TeamPublisher.Draft(team, "a test"), "test", clock.instant());
  }

  static ObjectNode team() {
    return json(TEAM);
  }

  /** Somebody who looked around and said who they are: MQL, announced, in a queue. */
  Lead qualified(String user) {
    return qualified(user, 50);
  }

  Lead qualified(String user, long employees) {
    happen(
        TestEvents.identify(user + "-i")
            .user(user)
            .trait("email", user + "@acme.example")
            .trait("name", "Jo " + user)
            .trait("employees", employees)
            .at(now())
            .build(),
        page(user, 1),
        page(user, 2),
        page(user, 3));
    return lead(user);
  }

  /** Whoever these events make qualify. */
  Lead qualified(Event... events) {
    happen(events);
    return lead(events[0].profile().id());
  }

  Event page(String user, int n) {
    return TestEvents.page(user + "-p-" + n, "/" + n).user(user).at(now()).build();
  }

  void happen(Event... events) {
    stores.eventLog().append(List.of(events));
    var score =
        new ScoreEvents(
            stores.models(),
            stores::whose,
            stores.evaluateActs(),
            stores.parkedEvents(),
            Lanes.ONE);
    score.score(List.of(events), clock.instant());
  }

  /** As the stream records of what acts said would have it. */
  void scoreAnew(String anyId) {
    var now = clock.instant();
    stores.evaluateActs().evaluate(lead(anyId).id(), stores.models().current(now), now);
  }

  Lead lead(String anyId) {
    return new FindLead(stores.leadStore()).find(anyId).orElseThrow();
  }

  String now() {
    return clock.instant().toString();
  }

  /** An act of somebody, under a key of its own. */
  Answer act(String person, String lead, String body) {
    return act(person, lead, body, "key-" + ++keys);
  }

  Answer act(String person, String lead, String body, String key) {
    return call(
        "POST",
        "/api/v1/leads/" + lead + "/acts",
        body.replace('\'', '"'),
        "Authorization",
        bearer(person),
        "Idempotency-Key",
        key);
  }

  Answer get(String person, String path) {
    return call("GET", "/api/v1/" + path, "", "Authorization", bearer(person));
  }

  String bearer(String person) {
    return "Bearer " + TestIssuer.token(person + "@corp.example", clock.instant());
  }

  /** What Slack says that somebody pressed. */
  Answer press(SlackPress press) {
    return call(
        "POST",
        "/slack/actions",
        press.body(),
        "X-Slack-Request-Timestamp",
        press.timestamp(),
        "X-Slack-Signature",
        press.signature());
  }

  Answer call(String method, String url, String body, String... headers) {
    var answer = raw(method, url, body, headers);
    return new Answer(
        answer.path("statusCode").asInt(),
        answer.path("headers"),
        parsed(answer.path("body").asText()));
  }

  /** The answer as the gateway gets it. */
  JsonNode raw(String method, String url, String body, String... headers) {
    var event = event(method, url, List.of(headers), body.getBytes(UTF_8));
    try (var out = new ByteArrayOutputStream()) {
      handler.handleRequest(
          new ByteArrayInputStream(event.toString().getBytes(UTF_8)),
          out,
          new Invocation("r-1", Desk::refuse));
      return JSON.readTree(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode event(String method, String url, List<String> headers, byte[] body) {
    var path = url.split("\\?", 2)[0];
    var event = JSON.createObjectNode().put("resource", "/{proxy+}").put("path", path);
    event.put("httpMethod", method);
    var multi = event.putObject("multiValueHeaders");
    for (var i = 0; i + 1 < headers.size(); i += 2) {
      multi.withArray("/" + headers.get(i)).add(headers.get(i + 1));
    }
    var query = event.putObject("queryStringParameters");
    if (url.contains("?")) {
      for (var pair : url.split("\\?", 2)[1].split("&")) {
        var parts = pair.split("=", 2);
        query.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], UTF_8) : "");
      }
    }
    event.putObject("pathParameters").put("proxy", path.substring(1));
    var context = event.putObject("requestContext");
    context.put("path", "/live" + path).put("stage", "live").put("domainName", "desk.example");
    event.put("body", Base64.getEncoder().encodeToString(body));
    return event.put("isBase64Encoded", true);
  }

  /** Everything goes to the journal. */
  private static void refuse(String line) {
    throw new AssertionError(line);
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The outcomes in the log of a lead, in no order. */
  List<String> outcomes(Lead lead) {
    var acts = new ArrayList<String>();
    stores
        .eventLog()
        .read(
            lead.identity().persons(),
            Optional.empty(),
            event -> {
              event.text("act").ifPresent(acts::add);
              return true;
            });
    return acts;
  }
}
