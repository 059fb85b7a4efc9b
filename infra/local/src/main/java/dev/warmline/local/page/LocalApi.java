package dev.warmline.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.local.http.HttpAnswer;
import dev.warmline.local.http.Incoming;
import dev.warmline.local.http.Responder;
import dev.warmline.local.inbox.Inbox;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything below {@code /_local/}: what the pages show, as JSON, and Slack. */
public record LocalApi(
    Views views,
    Inbox inbox,
    Responder slack,
    Idle idle,
    About about,
    Ahead ahead,
    SignedInPeople tokens,
    InstantSource clock)
    implements Responder {
  /** Where everything of it lies. */
  public static final String PREFIX = "/_local/";

  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String LEAD = "leads/";
  private static final int DEFAULT_LIMIT = 1_000;
  private static final int HIGHEST_LIMIT = 100_000;
  private static final Duration LONGEST = Duration.ofDays(800);

  @Override
  public HttpAnswer answer(Incoming request) {
    if (!isForThisMachine(request)) {
      return problem(403, "only 127.0.0.1 and localhost are answered here");
    }
    var path = request.path().substring(PREFIX.length());
    if (request.path().startsWith(LocalSlack.PREFIX)) {
      return slack.answer(request);
    }
    if (path.equals("clock")) {
      return request.method().equals("POST") ? pass(request) : time();
    }
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return problem(405, "only GET is understood here");
    }
    return path.startsWith(LEAD) ? lead(path.substring(LEAD.length())) : list(path, request);
  }

  /** A page of another origin whose name leads here says whose it is in the Host header. */
  private static boolean isForThisMachine(Incoming request) {
    var host = request.header("Host").orElse("").replaceFirst(":[0-9]*$", "");
    return HERE.contains(host.toLowerCase(Locale.ROOT));
  }

  private HttpAnswer list(String path, Incoming request) {
    return switch (path) {
      case "inbox" -> HttpAnswer.json(200, inbox.toJson());
      case "about" -> HttpAnswer.json(200, about.toJson());
      case "idle" -> HttpAnswer.json(200, idle.toJson());
      case "leads" -> HttpAnswer.json(200, views.leads(clock.instant()));
      case "token" -> token(request);
      case "waiting" -> HttpAnswer.json(200, views.waiting());
      case "parked" -> HttpAnswer.json(200, views.parked(limit(request)));
      case "events" ->
          HttpAnswer.json(
              200,
              views.events(request.parameter("id"), request.parameter("source"), limit(request)));
      default ->
          problem(
              404,
              "there is no /_local/"
                  + path
                  + ": try inbox, leads, leads/{any id or e-mail}, events, parked, waiting, clock,"
                  + " token?person=, idle or about");
    };
  }

  private HttpAnswer lead(String escaped) {
    var anyId = URLDecoder.decode(escaped.replace("+", "%2B"), UTF_8);
    return views
        .lead(anyId, clock.instant())
        .map(json -> HttpAnswer.json(200, json))
        .orElseGet(
            () ->
                problem(
                    404,
                    "no event of that id is in the log: give a lead id, a user id, an anonymous"
                        + " id or an e-mail address"));
  }

  private HttpAnswer token(Incoming request) {
    return tokens
        .of(request.parameter("person").orElse(""))
        .map(token -> JsonNodeFactory.instance.objectNode().put("token", token))
        .map(json -> HttpAnswer.json(200, json))
        .orElseGet(() -> problem(404, "name somebody of the team: /_local/token?person=kim"));
  }

  private HttpAnswer time() {
    var json = JsonNodeFactory.instance.objectNode();
    return HttpAnswer.json(200, json.put("now", EventJson.format(clock.instant())));
  }

  /** {@code {"advance":"PT5H"}}; a page of another origin cannot send JSON unasked. */
  private HttpAnswer pass(Incoming request) {
    var time = advance(new String(request.body(), UTF_8));
    if (time.isEmpty()) {
      return problem(400, "say how far, for example {\"advance\":\"PT5H\"}, at most P800D");
    }
    try {
      ahead.pass(time.get());
      return time();
    } catch (IllegalStateException stuck) {
      return problem(503, String.valueOf(stuck.getMessage()));
    }
  }

  private static Optional<Duration> advance(String body) {
    try {
      var time = Duration.parse(Json.read(body).path("advance").asText());
      return Optional.of(time).filter(it -> !it.isNegative() && it.compareTo(LONGEST) <= 0);
    } catch (DateTimeParseException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static int limit(Incoming request) {
    try {
      var limit = request.parameter("limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT);
      return Math.clamp(limit, 0, HIGHEST_LIMIT);
    } catch (NumberFormatException e) {
      return DEFAULT_LIMIT;
    }
  }

  private static HttpAnswer problem(int status, String message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("error", message);
    return HttpAnswer.json(status, json);
  }
}
