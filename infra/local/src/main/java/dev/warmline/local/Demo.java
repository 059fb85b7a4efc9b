package dev.warmline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A scripted visitor who talks HTTP like any other, and looks at what became of it. */
final class Demo {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI site;
  private final PrintStream out;
  private final String visitor = UUID.randomUUID().toString();
  private final String email = "jane.miller+" + visitor.substring(0, 8) + "@northwind.example";

  Demo(URI site, PrintStream out) {
    this.site = site;
    this.out = out;
  }

  /**
   * Plays the visit.
   *
   * @return 0 if exactly one alert arrived, 1 otherwise
   */
  int play() {
    try {
      for (var step : DemoVisit.steps()) {
        step(step);
      }
      return verdict();
    } catch (IOException e) {
      out.println("the demo failed: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void step(DemoVisit.Step step) throws IOException, InterruptedException {
    var event = step.event().deepCopy();
    event.put("anonymousId", visitor).put("messageId", UUID.randomUUID().toString());
    event.put("timestamp", Instant.now().minus(step.ago()).toString());
    if (event.path("type").asText().equals("identify")) {
      event.put("userId", email).withObject("/traits").put("email", email);
    }
    send(event);
    awaitIdle();
    out.println();
    out.println("> " + step.says());
    out.print(DemoReport.of(get("/_local/leads/" + visitor).body()));
    out.flush();
  }

  private void send(ObjectNode event) throws IOException, InterruptedException {
    var path = "/v1/" + event.path("type").asText();
    var key = Base64.getEncoder().encodeToString("local-browser:".getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + key)
            .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(event.toString()))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  private void awaitIdle() throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!get("/_local/idle").body().path("idle").asBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException(
            "the events were not worked off within " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private int verdict() throws IOException, InterruptedException {
    var lead = get("/_local/leads/" + visitor).body();
    var alerts = alerts(lead.path("lead").asText());
    out.println();
    if (alerts.size() != 1) {
      out.println(
          "the demo failed: expected one alert, found "
              + alerts.size()
              + "; the lead is "
              + lead.path("stage").asText("unknown")
              + missing(lead).map(it -> ", missing: " + it).orElse(""));
      return 1;
    }
    var mail = alerts.getFirst().path("email");
    out.println("sales got this e-mail (infra/up alone keeps running and shows it at /inbox):");
    out.println();
    out.println("Subject: " + mail.path("subject").asText());
    out.println();
    out.println(mail.path("text").asText());
    return 0;
  }

  private static Optional<String> missing(JsonNode lead) {
    var missing = lead.path("scorecard").path("qualifies").path("missing");
    return missing.isEmpty() ? Optional.empty() : Optional.of(missing.toString());
  }

  private List<JsonNode> alerts(String lead) throws IOException, InterruptedException {
    return StreamSupport.stream(get("/_local/inbox").body().spliterator(), false)
        .filter(row -> row.path("lead").asText().equals(lead))
        .toList();
  }

  private Answered get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(site.resolve(path)).timeout(PATIENCE).build();
    var answer = http.send(request, BodyHandlers.ofString());
    return new Answered(answer.statusCode(), MAPPER.readTree(answer.body()));
  }

  private record Answered(int status, JsonNode body) {}
}
