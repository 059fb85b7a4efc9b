package dev.warmline.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.ProfileGraph;
import dev.warmline.model.YamlModels;
import dev.warmline.rule.Model;
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import dev.warmline.score.Scorer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** Compares what a stack holds with the pure function over the events that were sent. */
final class StormCheck {
  private final Client client;
  private final List<Sent> sent;
  private final int qualifying;
  private final Claims claims;
  private final Model model;

  /**
   * A check.
   *
   * @param qualifying how many of the visitors were made to qualify
   */
  StormCheck(Client client, List<Sent> sent, int qualifying, Claims claims) throws IOException {
    this.client = client;
    this.sent = sent;
    this.qualifying = qualifying;
    this.claims = claims;
    this.model =
        YamlModels.read(StackProcess.home().resolve("infra/models/default.yaml"))
            .model()
            .orElseThrow();
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
            .filter(entry -> !Set.of("messageId", "timestamp").contains(entry.getKey()))
            .allMatch(entry -> entry.getValue().equals(logged.get(entry.getKey())));
  }

  private void checkLeads(List<Event> log) throws IOException, InterruptedException {
    var alerts = alerts();
    var wrong = new TreeMap<String, List<String>>();
    var qualified = 0;
    var known = 0;
    var strangers = new ArrayList<String>();
    for (var profiles : ProfileGraph.leadsOf(log).values()) {
      var events = log.stream().filter(e -> profiles.contains(e.profile().key())).toList();
      var who = events.getFirst().profile().toString();
      if (profiles.stream().allMatch(ProfileKey::isAnonymous)) {
        strangers.add(who);
        continue;
      }
      known++;
      qualified += check(who, profiles, events, alerts, wrong) ? 1 : 0;
    }
    for (var claim :
        List.of(
            "leads with exactly their events",
            "leads whose shown scorecard is the pure function's",
            "leads whose stored scorecard is the pure function's",
            "leads in the stage that follows",
            "leads with one alert if they qualify, else none")) {
      claims.holds(claim, known, wrong.getOrDefault(claim, List.of()));
    }
    claims.equal("stored leads", known, client.local("leads").size());
    claims.holds("strangers without alert", strangers.size(), List.of());
    claims.equal("visitors made to qualify, found to", qualifying, qualified);
    claims.equal("alerts", qualified, alerts.size());
    var repeated = alerts.stream().filter(alert -> alert.path("deliveries").asInt() > 1).count();
    var posts = alerts.stream().filter(alert -> alert.path("slackPosts").asInt() != 1).count();
    System.out.printf(
        "      %d leads, %d qualified, %d strangers; %d alerts delivered again after a crash,"
            + " %d not exactly once in Slack%n",
        known, qualified, strangers.size(), repeated, posts);
  }

  private boolean check(
      String who,
      SortedSet<ProfileKey> profiles,
      List<Event> events,
      List<JsonNode> alerts,
      Map<String, List<String>> wrong)
      throws IOException, InterruptedException {
    var shown = client.lead(who);
    var id = shown.path("lead").asText();
    if (ids(LoggedEvents.of(client, id)).size() != events.size()) {
      note(wrong, "leads with exactly their events", who, "has other events than it should");
    }
    var card = score(events, shown.path("scorecard"));
    if (!equal(ScorecardJson.write(id, card), shown.path("scorecard"))) {
      note(
          wrong,
          "leads whose shown scorecard is the pure function's",
          who,
          "shows " + shown.path("scorecard") + " not " + ScorecardJson.write(id, card));
    }
    var stored = shown.path("stored");
    var summary = ScorecardJson.summary(id, score(events, stored));
    if (!equal(summary, stored)) {
      note(
          wrong,
          "leads whose stored scorecard is the pure function's",
          who,
          "holds " + stored + " not " + summary);
    }
    var stage = stage(card);
    if (!stage.equals(shown.path("stage").asText())) {
      note(wrong, "leads in the stage that follows", who, shown.path("stage") + ", not " + stage);
    }
    var expected = stage.equals("MQL") ? 1 : 0;
    var found = alertsOf(profiles, id, alerts);
    if (found != expected) {
      note(
          wrong,
          "leads with one alert if they qualify, else none",
          who,
          found + " alerts, not " + expected);
    }
    return expected == 1;
  }

  private static void note(Map<String, List<String>> wrong, String claim, String who, String what) {
    wrong.computeIfAbsent(claim, any -> new ArrayList<>()).add(who + ": " + what);
  }

  private Scorecard score(List<Event> events, JsonNode like) {
    return Scorer.score(
        events, model, Instant.parse(like.path("asOf").asText("1970-01-01T00:00:00Z")));
  }

  /** The number of the publication is the stack's to say. */
  private static boolean equal(ObjectNode computed, JsonNode found) throws IOException {
    var one = (ObjectNode) Client.MAPPER.readTree(computed.toString());
    var other = found.deepCopy();
    one.remove("model");
    if (other instanceof ObjectNode object) {
      object.remove("model");
    }
    return one.equals(other);
  }

  private static String stage(Scorecard card) {
    var verdict = card.qualifies();
    var open = verdict.enter() && verdict.missing().isEmpty();
    if (verdict.excluded().isEmpty() && (verdict.fastTrack().isPresent() || open)) {
      return "MQL";
    }
    return verdict.prospect() ? "Prospect" : "Suspect";
  }

  /** A lead that was merged away may have told sales before: it counts for the survivor. */
  private static long alertsOf(SortedSet<ProfileKey> profiles, String id, List<JsonNode> alerts) {
    var ids = new HashSet<String>();
    ids.add(id);
    profiles.forEach(profile -> ids.add(LeadId.foundedBy(profile).value()));
    return alerts.stream().filter(alert -> ids.contains(alert.path("lead").asText())).count();
  }

  private List<JsonNode> alerts() throws IOException, InterruptedException {
    var alerts = new ArrayList<JsonNode>();
    client.local("inbox").forEach(alerts::add);
    return alerts;
  }

  private static Set<String> ids(List<Event> events) {
    var ids = new HashSet<String>();
    events.forEach(event -> ids.add(EventJson.write(event)));
    return ids;
  }
}
