package dev.warmline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.local.http.Front;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole stack in this process, on a free port, with the default model, talked to over HTTP. */
final class RunningStack implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path DEFAULT = Path.of("../models/default.yaml");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> SOURCES =
      Map.of("local-browser", "browser", "local-server", "server");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Optional<DataFolder> data;
  private final Stack stack;

  private RunningStack(Optional<DataFolder> data, Path rules) throws IOException {
    this.data = data;
    var model = LocalModel.read(rules);
    var team = LocalTeam.read(Path.of("../models/teams/demo.yaml"));
    this.stack =
        Stack.start(
            Front.bind(0),
            data,
            Path.of("target/site"),
            clients -> new LocalFunctions(clients, model, team, SOURCES).wired());
  }

  static RunningStack inMemory() throws IOException {
    return inMemory(DEFAULT);
  }

  static RunningStack inMemory(Path rules) throws IOException {
    return new RunningStack(Optional.empty(), rules);
  }

  static RunningStack in(Path folder) throws IOException {
    return new RunningStack(Optional.of(DataFolder.open(folder)), DEFAULT);
  }

  /** An event of this type that happened that long ago. */
  static ObjectNode event(String type, String id, Duration ago) {
    var event = MAPPER.createObjectNode().put("type", type).put("messageId", id);
    return event.put("timestamp", Instant.now().minus(ago).toString());
  }

  URI address() {
    return stack.address();
  }

  void browserSends(ObjectNode event) throws Exception {
    send("local-browser", event);
  }

  void serverSends(ObjectNode event) throws Exception {
    send("local-server", event);
  }

  /** What is shown of whoever has this id, once everything sent is worked off. */
  JsonNode lead(String anyId) throws Exception {
    awaitIdle();
    return get("leads/" + URLEncoder.encode(anyId, UTF_8));
  }

  /** The alerts of a lead, once everything sent is worked off. */
  List<JsonNode> alerts(String lead) throws Exception {
    awaitIdle();
    var alerts = new ArrayList<JsonNode>();
    get("inbox").forEach(alerts::add);
    alerts.removeIf(alert -> !alert.path("lead").asText().equals(lead));
    return alerts;
  }

  /** Everything that was told, once everything sent is worked off. */
  JsonNode inbox() throws Exception {
    awaitIdle();
    return get("inbox");
  }

  /** What time it is there. */
  Instant now() throws Exception {
    return Instant.parse(get("clock").path("now").asText());
  }

  /** Lets so much time pass there. */
  JsonNode advance(String time) throws Exception {
    var request =
        HttpRequest.newBuilder(stack.address().resolve("/_local/clock"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString("{\"advance\":\"" + time + "\"}"));
    return MAPPER.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
  }

  /** An answer of the desk. */
  record Answer(int status, JsonNode body) {}

  /** What somebody of the team is answered; the key is for posts. */
  Answer desk(String person, String method, String path, String body, String key) throws Exception {
    var request =
        HttpRequest.newBuilder(stack.address().resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token(person))
            .method(method, BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    var answer = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(answer.statusCode(), MAPPER.readTree(answer.body()));
  }

  /** What becomes of a press of a button in Slack. */
  Answer press(String alert, String person, String action, String reason) throws Exception {
    var wish = MAPPER.createObjectNode().put("alert", alert).put("person", person);
    var request =
        HttpRequest.newBuilder(stack.address().resolve("/_local/slack/press"))
            .timeout(PATIENCE)
            .POST(
                BodyPublishers.ofString(
                    wish.put("action", action).put("reason", reason).toString()));
    var answer = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(answer.statusCode(), MAPPER.readTree(answer.body()));
  }

  /** The status that whoever has this token is answered. */
  int desk(String token, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(stack.address().resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token);
    return http.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  /** A token of the demo issuer for somebody of the team. */
  String token(String person) throws Exception {
    return get("token?person=" + person).path("token").asText();
  }

  /** The status of an address for whoever calls this machine by some name. */
  int statusAt(String path, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), stack.address().getPort())) {
      var sent = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(sent.getBytes(UTF_8));
      var line = new String(socket.getInputStream().readAllBytes(), UTF_8).lines().findFirst();
      return Integer.parseInt(line.orElseThrow().split(" ")[1]);
    }
  }

  /** The ids in the log of whoever has this id. */
  List<String> events(String anyId) throws Exception {
    awaitIdle();
    var ids = new ArrayList<String>();
    get("events?id=" + URLEncoder.encode(anyId, UTF_8))
        .forEach(e -> ids.add(e.path("id").asText()));
    return ids;
  }

  @Override
  public void close() {
    stack.close();
    data.ifPresent(DataFolder::close);
  }

  private void send(String key, ObjectNode event) throws Exception {
    var basic = Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(stack.address().resolve("/v1/" + event.path("type").asText()))
            .header("Authorization", "Basic " + basic)
            .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(event.toString()))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body());
    }
  }

  private void awaitIdle() throws Exception {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!get("idle").path("idle").asBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("not worked off within " + PATIENCE);
      }
    }
  }

  private JsonNode get(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(stack.address().resolve("/_local/" + path)).timeout(PATIENCE);
    return MAPPER.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
  }
}
