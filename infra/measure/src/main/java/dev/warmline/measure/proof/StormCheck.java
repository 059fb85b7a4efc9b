package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.YamlModels;
import dev.warmline.event.Event;
import dev.warmline.lead.ProfileGraph;
import dev.warmline.rule.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Compares what a stack holds after a storm with the pure function over what was sent. */
final class StormCheck {
  private static final Set<String> RENAMED = Set.of("messageId", "timestamp");

  private final Client client;
  private final List<Sent> sent;
  private final int qualifying;
  private final Claims claims;

  /**
   * A check.
   *
   * @param qualifying how many of the visitors were made to qualify
   */
  StormCheck(Client client, List<Sent> sent, int qualifying, Claims claims) {
    this.client = client;
    this.sent = sent;
    this.qualifying = qualifying;
    this.claims = claims;
  }

  void check() throws IOException, InterruptedException {
    var log = LoggedEvents.all(client);
    checkLog(log);
    claims.equal("parked events", 0, client.local("parked").size());
    claims.equal("records given up", 0, client.local("idle").path("givenUp").asInt());
    checkLeads(log);
  }

  private void checkLog(List<Event> log) {
    var found = new HashMap<String, List<Event>>();
    log.forEach(event -> found.computeIfAbsent(event.id(), id -> new ArrayList<>()).add(event));
    var wrong = new ArrayList<String>();
    for (var event : sent) {
      var rows = found.getOrDefault(event.id(), List.of());
      if (rows.size() != 1) {
        wrong.add(event.id() + " is there " + rows.size() + " times");
      } else if (!isSame(event.json(), rows.getFirst().json())) {
        wrong.add(event.id() + " was sent as " + event.json() + ", is " + rows.getFirst().json());
      }
    }
    claims.holds("events in the log once, as they were sent", sent.size(), wrong);
    claims.equal("events in the log", sent.size(), log.size());
  }

  private static boolean isSame(ObjectNode sent, ObjectNode logged) {
    return sent.path("timestamp").equals(logged.path("occurredAt"))
        && sent.propertyStream()
            .filter(entry -> !RENAMED.contains(entry.getKey()))
            .allMatch(entry -> entry.getValue().equals(logged.get(entry.getKey())));
  }

  private void checkLeads(List<Event> log) throws IOException, InterruptedException {
    var leads = new LeadCheck(client, model());
    var known = 0;
    var qualified = 0;
    for (var identity : ProfileGraph.leadsOf(log, model()::looksAt).values()) {
      if (!identity.persons().isEmpty()) {
        known++;
        qualified += leads.check(log.stream().filter(identity::owns).toList()) ? 1 : 0;
      }
    }
    for (var claim : LeadCheck.Claim.values()) {
      claims.holds(claim.words(), known, leads.exceptions(claim));
    }
    claims.equal("stored leads", known, client.local("leads").size());
    claims.equal("visitors made to qualify who did", qualifying, qualified);
    claims.equal("alerts", qualified, leads.alerts().size());
    report(leads);
  }

  private static void report(LeadCheck leads) {
    var alerts = leads.alerts();
    var repeated = alerts.stream().filter(alert -> alert.path("deliveries").asInt() > 1).count();
    var posts = alerts.stream().filter(alert -> alert.path("slackPosts").asInt() != 1).count();
    System.out.printf(
        "      of %d alerts %d were delivered again after a crash, %d are not in Slack just once%n",
        alerts.size(), repeated, posts);
  }

  private static Model model() throws IOException {
    return YamlModels.read(StackProcess.home().resolve("infra/models/default.yaml"))
        .model()
        .orElseThrow();
  }
}
