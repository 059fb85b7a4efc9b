package dev.warmline.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Slack of one's own on this machine: takes posts of an app, of a webhook and answers to presses,
 * as far as the product uses them. It looks at the token, the channel and the limits of blocks as
 * Slack does. {@link SlackPress} is what a person does there.
 */
public final class SlackServer implements AutoCloseable {
  /** The token of the app. */
  public static final String TOKEN = "xoxb-1-2-test";

  /** Where an address of an answer begins. */
  static final String ANSWERS = "/actions/";

  private static final int MOST_BLOCKS = 50;
  private static final int LONGEST_TITLE = 24;
  private static final int LONGEST_METADATA = 3_000;
  private static final int OK = 200;

  private record Planned(int status, String body, String retryAfter) {}

  /** A request that came in. */
  public record Received(String path, String contentType, String authorization, String body) {
    /** The body. */
    public JsonNode json() {
      try {
        return Json.read(body);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("what came was no JSON", e);
      }
    }
  }

  private final HttpServer server;
  private final Set<String> channels;
  private final Deque<Planned> planned = new ArrayDeque<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> views = Collections.synchronizedMap(new LinkedHashMap<>());

  private SlackServer(HttpServer server, Set<String> channels) {
    this.server = server;
    this.channels = channels;
  }

  /** One that has these channels. */
  public static SlackServer start(String... channels) {
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var slack = new SlackServer(HttpServer.create(here, 0), Set.of(channels));
      slack.server.createContext("/", slack::answer);
      slack.server.start();
      return slack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the Web API is. */
  public URI api() {
    return at("/api/");
  }

  /** Where the webhook is. */
  public URI hook() {
    return at("/services/T/B/X");
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Lets the next request be answered like this; {@code retryAfter} may be empty. */
  public synchronized void next(int status, String body, String retryAfter) {
    planned.add(new Planned(status, body, retryAfter));
  }

  /** Everything that came in, in order. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** The messages that stand in channels now, in order; each with its {@code ts}. */
  public List<JsonNode> messages() {
    return List.copyOf(messages);
  }

  /** The dialogs that were opened, in order. */
  public List<JsonNode> views() {
    return List.copyOf(views.values());
  }

  /** What was said to those who pressed, in order. */
  public List<JsonNode> answers() {
    return received.stream()
        .filter(it -> it.path().startsWith(ANSWERS))
        .map(Received::json)
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      var one =
          new Received(
              exchange.getRequestURI().getPath(),
              String.valueOf(headers.getFirst("Content-Type")),
              String.valueOf(headers.getFirst("Authorization")),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      received.add(one);
      var answer = answer(one);
      if (!answer.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
      }
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      var bytes = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized Planned answer(Received one) {
    if (!planned.isEmpty()) {
      return planned.removeFirst();
    }
    return switch (one.path()) {
      case "/api/chat.postMessage" -> new Planned(OK, Json.write(post(one)), "");
      case "/api/views.open" -> new Planned(OK, Json.write(open(one)), "");
      default -> new Planned(OK, "ok", "");
    };
  }

  /** A press opens one dialog, whose texts are as short as Slack wants them. */
  private ObjectNode open(Received one) {
    var view = one.json().path("view");
    var trigger = one.json().path("trigger_id").asText();
    if (!one.authorization().equals("Bearer " + TOKEN)) {
      return refused("invalid_auth");
    }
    var isShown =
        view.at("/title/text").asText().length() <= LONGEST_TITLE
            && view.path("private_metadata").asText().length() <= LONGEST_METADATA
            && view.path("type").asText().equals("modal");
    if (!isShown) {
      return refused("invalid_arguments");
    }
    return trigger.isEmpty() || views.putIfAbsent(trigger, view) != null
        ? refused("invalid_trigger_id")
        : EventJson.newObject().put("ok", true);
  }

  private ObjectNode post(Received one) {
    var message = one.json();
    var channel = message.path("channel").asText();
    if (!one.authorization().equals("Bearer " + TOKEN)) {
      return refused("invalid_auth");
    }
    if (!channels.contains(channel) && channels.stream().noneMatch(it -> id(it).equals(channel))) {
      return refused("channel_not_found");
    }
    var ids = message.path("blocks").findValuesAsText("block_id");
    if (message.path("blocks").size() > MOST_BLOCKS || Set.copyOf(ids).size() != ids.size()) {
      return refused("invalid_blocks");
    }
    var ts = "177244%04d.000100".formatted(messages.size());
    messages.add(((ObjectNode) message.deepCopy()).put("ts", ts));
    var id = channels.contains(channel) ? id(channel) : channel;
    var taken = EventJson.newObject().put("ok", true).put("channel", id).put("ts", ts);
    taken.set("message", message);
    return taken;
  }

  private static String id(String channel) {
    return "C-" + channel;
  }

  private static ObjectNode refused(String error) {
    return EventJson.newObject().put("ok", false).put("error", error);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
