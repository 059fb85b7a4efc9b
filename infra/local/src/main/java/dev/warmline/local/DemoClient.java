package dev.warmline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Talks HTTP to the stack, as visitors and people at the desk do. */
final class DemoClient {
  /** The write key of pages. */
  static final String BROWSER = "local-browser";

  /** The write key of servers. */
  static final String SERVER = "local-server";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI site;

  DemoClient(URI site) {
    this.site = site;
  }

  /** Sends an event, and waits until everything that follows from it is done. */
  void send(ObjectNode event, String writeKey) throws IOException, InterruptedException {
    var key = Base64.getEncoder().encodeToString((writeKey + ":").getBytes(UTF_8));
    post("/v1/" + event.path("type").asText(), event, "Authorization", "Basic " + key);
    awaitIdle();
  }

  /** Does an act as a person of the team, and gives where the lead stands then. */
  JsonNode act(String person, String lead, ObjectNode act)
      throws IOException, InterruptedException {
    var path = "/api/v1/leads/" + lead + "/acts";
    var key = UUID.randomUUID().toString();
    var done = post(path, act, "Authorization", bearer(person), "Idempotency-Key", key);
    awaitIdle();
    return done;
  }

  /** A lead as a person of the team sees it at the desk. */
  JsonNode lead(String person, String lead) throws IOException, InterruptedException {
    return get("/api/v1/leads/" + lead + "?first", "Authorization", bearer(person));
  }

  /** Lets time pass; what becomes due in it is done when this returns. */
  void pass(Duration time) throws IOException, InterruptedException {
    post("/_local/clock", JsonNodeFactory.instance.objectNode().put("advance", time.toString()));
  }

  /** What time it is there. */
  Instant now() throws IOException, InterruptedException {
    return Instant.parse(get("/_local/clock").path("now").asText());
  }

  JsonNode get(String path, String... headers) throws IOException, InterruptedException {
    return answer(path, request(path, headers).build());
  }

  private String bearer(String person) throws IOException, InterruptedException {
    return "Bearer " + get("/_local/token?person=" + person).path("token").asText();
  }

  private JsonNode post(String path, ObjectNode body, String... headers)
      throws IOException, InterruptedException {
    var request =
        request(path, headers)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
            .POST(BodyPublishers.ofString(body.toString()));
    return answer(path, request.build());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(site.resolve(path)).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private JsonNode answer(String path, HttpRequest request)
      throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return MAPPER.readTree(answer.body());
  }

  private void awaitIdle() throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!get("/_local/idle").path("idle").asBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException(
            "the events were not worked off within " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }
}
