package dev.warmline.measure.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** Talks HTTP to a stack: sends events and looks at what became of them. */
final class Client {
  /** The write keys that every stack has. */
  static final String BROWSER_KEY = "local-browser";

  static final String SERVER_KEY = "local-server";

  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI site;

  Client(URI site) {
    this.site = site;
  }

  /** An answer to a request. */
  record Answer(int status, String body) {}

  /** Posts JSON with a write key. */
  Answer post(String path, String writeKey, byte[] body) throws IOException, InterruptedException {
    var basic = Base64.getEncoder().encodeToString((writeKey + ":").getBytes(UTF_8));
    return send(
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + basic)
            .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Asks the desk as a person of the team; with a body it is an act under that key. */
  Answer desk(String person, String path, String key, String body)
      throws IOException, InterruptedException {
    var token = local("token?person=" + person).path("token").asText();
    var request =
        HttpRequest.newBuilder(site.resolve("/api/v1/" + path))
            .header("Authorization", "Bearer " + token)
            .timeout(PATIENCE);
    return body.isEmpty()
        ? send(request.build())
        : send(
            request
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
  }

  /** Lets time pass on the stack; what becomes due in it is done when this returns. */
  void pass(Duration time) throws IOException, InterruptedException {
    var body = "{\"advance\":\"" + time + "\"}";
    var request =
        HttpRequest.newBuilder(site.resolve("/_local/clock"))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofMinutes(5))
            .POST(BodyPublishers.ofString(body));
    var answer = send(request.build());
    if (answer.status() != 200) {
      throw new IOException("the clock answered " + answer);
    }
  }

  /** Sends a request as it is. */
  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body());
  }

  /** Reads below {@code /_local/}; a 404 gives a missing node. */
  JsonNode local(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(site.resolve("/_local/" + path)).timeout(PATIENCE).build();
    var answer = send(request);
    return answer.status() == 200 ? MAPPER.readTree(answer.body()) : MAPPER.missingNode();
  }

  /** What the stack shows of whoever has this id. */
  JsonNode lead(String anyId) throws IOException, InterruptedException {
    return local("leads/" + URLEncoder.encode(anyId, UTF_8).replace("+", "%20"));
  }

  /**
   * Waits until everything sent so far is worked off.
   *
   * @throws IOException if it is not within that time
   */
  void awaitIdle(Duration within) throws IOException, InterruptedException {
    var deadline = System.nanoTime() + within.toNanos();
    while (!local("idle").path("idle").asBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("not everything was worked off within " + within.toSeconds() + " s");
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }
}
