package dev.warmline.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import dev.warmline.functions.desk.slack.SlackActions;
import dev.warmline.functions.desk.slack.SlackSignature;
import dev.warmline.local.http.HttpAnswer;
import dev.warmline.local.http.Incoming;
import dev.warmline.local.http.Responder;
import dev.warmline.local.inbox.Inbox;
import dev.warmline.local.inbox.LocalSecrets;
import dev.warmline.local.inbox.Notifications;
import dev.warmline.team.TeamMember;
import dev.warmline.team.Teams;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Slack on this machine, as far as the stack uses it: the app's messages come into the inbox,
 * where somebody of the team presses their buttons.
 */
public final class LocalSlack implements Responder {
  /** Where it lies. */
  public static final String PREFIX = LocalApi.PREFIX + "slack/";

  /** Where its Web API lies. */
  public static final String API = PREFIX + "api/";

  private static final String ANSWERS = PREFIX + "answers/";

  private final URI stack;
  private final Inbox inbox;
  private final Notifications notifications;
  private final Teams teams;
  private final InstantSource clock;
  private final AtomicLong presses = new AtomicLong();
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final Map<String, JsonNode> views = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * The Slack of a stack.
   *
   * @param notifications know which alert is being posted
   */
  public LocalSlack(
      URI stack, Inbox inbox, Notifications notifications, Teams teams, InstantSource clock) {
    this.stack = stack;
    this.inbox = inbox;
    this.notifications = notifications;
    this.teams = teams;
    this.clock = clock;
  }

  @Override
  public HttpAnswer answer(Incoming request) {
    if (!request.method().equals("POST")) {
      return problem(405, "Slack takes posts");
    }
    var path = request.path();
    var body = json(new String(request.body(), UTF_8));
    if (path.equals(API + "chat.postMessage")) {
      return post(request, body);
    }
    if (path.equals(API + "views.open")) {
      return open(request, body);
    }
    if (path.startsWith(ANSWERS)) {
      inbox.answered(path.substring(ANSWERS.length()), body, clock.instant());
      return HttpAnswer.of(200, "text/plain", "ok".getBytes(UTF_8));
    }
    return path.equals(PREFIX + "press") ? press(body) : problem(404, "Slack has no " + path);
  }

  private static boolean isOfApp(Incoming request) {
    var token = "Bearer " + LocalSecrets.TOKEN;
    return request.header("Authorization").filter(token::equals).isPresent();
  }

  /** A dialog opens once for a press; whoever pressed gets it with the answer. */
  private HttpAnswer open(Incoming request, JsonNode body) {
    if (!isOfApp(request)) {
      return refused("invalid_auth");
    }
    var press = body.path("trigger_id").asText();
    return waiting.remove(press) && views.putIfAbsent(press, body.path("view")) == null
        ? HttpAnswer.json(200, object().put("ok", true))
        : refused("invalid_trigger_id");
  }

  private HttpAnswer post(Incoming request, JsonNode message) {
    if (!isOfApp(request)) {
      return refused("invalid_auth");
    }
    if (!(message instanceof ObjectNode posted) || posted.path("channel").asText().isEmpty()) {
      return refused("channel_not_found");
    }
    var now = clock.instant();
    var ts = "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1_000);
    inbox
        .standsAt(posted.path("thread_ts").asText())
        .filter(_ -> !posted.has("blocks"))
        .ifPresentOrElse(
            alert -> inbox.answered(alert, posted, now),
            () ->
                inbox.posted(
                    notifications.current(), Json.write(posted.deepCopy().put("ts", ts)), now));
    var taken = object().put("ok", true).put("channel", posted.path("channel").asText());
    return HttpAnswer.json(200, taken.put("ts", ts));
  }

  /**
   * {@code {"alert":"l-1.1","person":"kim","action":"returned","reason":"no-budget"}}, or with the
   * {@code view} that was filled in.
   */
  private HttpAnswer press(JsonNode wish) {
    if (wish.path("view").isObject()) {
      var filledIn = object().put("type", "view_submission");
      filledIn.putObject("user").put("id", user(wish));
      filledIn.set("view", wish.path("view"));
      return send(filledIn);
    }
    var message = inbox.message(wish.path("alert").asText());
    var block = message.map(it -> it.path("blocks").findValuesAsText("block_id"));
    if (block.filter(ids -> !ids.isEmpty()).isEmpty()) {
      return problem(404, "no message of that alert has buttons");
    }
    var payload = payload(wish, block.get().getFirst());
    payload.set("message", message.get());
    var press = "press-" + presses.incrementAndGet();
    waiting.add(press);
    var answer = send(payload.put("trigger_id", press));
    waiting.remove(press);
    return Optional.ofNullable(views.remove(press))
        .map(view -> HttpAnswer.json(200, object().set("view", view)))
        .orElse(answer);
  }

  private String user(JsonNode wish) {
    return teams
        .current(clock.instant())
        .flatMap(it -> it.team().person(wish.path("person").asText()))
        .flatMap(TeamMember::slack)
        .orElse("U0STRANGER");
  }

  private ObjectNode payload(JsonNode wish, String block) {
    var action = wish.path("action").asText();
    var reason = wish.path("reason").asText();
    var payload = object();
    payload.putObject("user").put("id", user(wish));
    payload.put("response_url", stack + ANSWERS + wish.path("alert").asText());
    if (action.equals("reasons")) {
      return payload.put("type", "block_suggestion").put("block_id", block);
    }
    var pressed = payload.put("type", "block_actions").putArray("actions").addObject();
    pressed.put("action_id", action).put("block_id", block);
    pressed.put("action_ts", clock.millis() + "." + presses.incrementAndGet());
    if (!reason.isEmpty()) {
      pressed.putObject("selected_option").put("value", reason);
    }
    return payload;
  }

  private HttpAnswer send(ObjectNode payload) {
    var form = "payload=" + URLEncoder.encode(Json.write(payload), UTF_8);
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    var signature = SlackSignature.of(timestamp, form.getBytes(UTF_8), LocalSecrets.SIGNATURE);
    var request =
        HttpRequest.newBuilder(stack.resolve(SlackActions.PATH))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature)
            .POST(BodyPublishers.ofString(form));
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      var json = json(answer.body());
      return HttpAnswer.json(answer.statusCode(), json.isObject() ? json : object());
    } catch (IOException e) {
      return problem(503, "the desk does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return problem(503, "the stack is stopping");
    }
  }

  private static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static HttpAnswer refused(String error) {
    return HttpAnswer.json(200, object().put("ok", false).put("error", error));
  }

  private static HttpAnswer problem(int status, String message) {
    return HttpAnswer.json(status, object().put("error", message));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
