package dev.warmline.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A scripted visitor, from the first page to the alert; then both teams go to work. */
final class Demo {
  private final DemoClient client;
  private final PrintStream out;
  private final String visitor = UUID.randomUUID().toString();
  private final String email = "jane.miller+" + visitor.substring(0, 8) + "@northwind.example";

  Demo(URI site, PrintStream out) {
    this.client = new DemoClient(site);
    this.out = out;
  }

  /**
   * Plays the visit and what people do then.
   *
   * @return 0 if exactly one alert arrived, and every lead is where it should be at the end
   */
  int play() {
    try {
      for (var step : DemoVisit.steps()) {
        step(step);
      }
      var lead = client.get("/_local/leads/" + visitor);
      var verdict = verdict(lead);
      return verdict == 0 ? new DemoWork(client, out).play(lead.path("lead").asText()) : verdict;
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
    client.send(event, DemoClient.BROWSER);
    out.println();
    out.println("> " + step.says());
    out.print(DemoReport.of(client.get("/_local/leads/" + visitor)));
    out.flush();
  }

  private int verdict(JsonNode lead) throws IOException, InterruptedException {
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
    return StreamSupport.stream(client.get("/_local/inbox").spliterator(), false)
        .filter(row -> row.path("lead").asText().equals(lead))
        .toList();
  }
}
