package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import dev.warmline.score.Checkpoint;
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import dev.warmline.score.Scorer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what a stack holds of one lead after the other with the pure function. */
final class LeadCheck {
  private static final String LONG_AGO = "1970-01-01T00:00:00Z";

  /** What is claimed of every lead. */
  enum Claim {
    EVENTS("leads with exactly their events"),
    SHOWN("leads whose shown scorecard is the pure function's"),
    STORED("leads whose stored scorecard is the pure function's"),
    STAGE("leads in the stage that follows"),
    ALERTS("leads with one alert if they qualify, else none");

    private final String words;

    Claim(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final Client client;
  private final Model model;
  private final List<JsonNode> alerts = new ArrayList<>();
  private final Map<String, String> survivors = new HashMap<>();
  private final Map<Claim, List<String>> exceptions = new EnumMap<>(Claim.class);

  /** Checks with what is in the inbox now. */
  LeadCheck(Client client, Model model) throws IOException, InterruptedException {
    this.client = client;
    this.model = model;
    client.local("inbox").forEach(this::keep);
  }

  /**
   * That sales gets a lead. A hot update tells of one that sales has already: how many there are
   * depends on the order; and marketing hears of who qualifies but for required information.
   */
  private void keep(JsonNode row) {
    if (row.at("/json/notice").asText().equals("qualified")) {
      alerts.add(row);
    }
  }

  /** By the lead it tells of, or the one that this was merged into. */
  private long alertsOf(String id) throws IOException, InterruptedException {
    var count = 0;
    for (var alert : alerts) {
      var told = alert.path("lead").asText();
      var living = living(told);
      count += living.equals(id) ? 1 : 0;
    }
    return count;
  }

  private String living(String told) throws IOException, InterruptedException {
    var known = survivors.get(told);
    if (known == null) {
      known = client.lead(told).path("lead").asText();
      survivors.put(told, known);
    }
    return known;
  }

  /** The alerts in the inbox that give sales a lead. */
  List<JsonNode> alerts() {
    return alerts;
  }

  /** Those for whom a claim did not hold, in words. */
  List<String> exceptions(Claim claim) {
    return exceptions.getOrDefault(claim, List.of());
  }

  /**
   * Checks every claim for the lead that these events make.
   *
   * @return whether it is to be an MQL
   */
  boolean check(List<Event> events) throws IOException, InterruptedException {
    var who = name(events);
    var shown = client.lead(who);
    var id = shown.path("lead").asText();
    expect(Claim.EVENTS, who, texts(events), texts(LoggedEvents.of(client, id)));
    var card = score(events, shown.path("scorecard"));
    expect(Claim.SHOWN, who, json(ScorecardJson.write(id, card)), json(shown.path("scorecard")));
    var stored = shown.path("stored");
    var summary = ScorecardJson.summary(id, folded(events, stored));
    expect(Claim.STORED, who, json(summary), json(stored));
    var stage = stage(card);
    expect(Claim.STAGE, who, stage, shown.path("stage").asText());
    var qualifies = stage.equals("MQL");
    expect(Claim.ALERTS, who, qualifies ? 1L : 0L, alertsOf(id));
    return qualifies;
  }

  /** By a person: a device that another has now does not lead here. */
  private static String name(List<Event> events) {
    return events.stream()
        .map(Event::profile)
        .filter(profile -> !profile.key().isAnonymous())
        .findFirst()
        .orElseGet(() -> events.getFirst().profile())
        .toString();
  }

  /** The stage that a lead reaches from the bottom with this scorecard. */
  static String stage(Scorecard card) {
    var verdict = card.qualifies();
    var open = verdict.enter() && verdict.missing().isEmpty();
    if (verdict.excluded().isEmpty() && (verdict.fastTrack().isPresent() || open)) {
      return "MQL";
    }
    return verdict.prospect() ? "Prospect" : "Suspect";
  }

  private void expect(Claim claim, String who, Object expected, Object found) {
    if (!expected.equals(found)) {
      exceptions
          .computeIfAbsent(claim, any -> new ArrayList<>())
          .add(who + ": expected " + expected + ", found " + found);
    }
  }

  private Scorecard score(List<Event> events, JsonNode like) {
    return Scorer.score(events, model, Instant.parse(like.path("asOf").asText(LONG_AGO)));
  }

  /** The same as a checkpoint tells it: it may name an earlier instant to look again at. */
  private Scorecard folded(List<Event> events, JsonNode like) {
    var asOf = Instant.parse(like.path("asOf").asText(LONG_AGO));
    return Checkpoint.ofLog(events, model, "proof", asOf).card();
  }

  /** As read from text; which publication of the model it was is the stack's to say. */
  private static JsonNode json(JsonNode card) throws IOException {
    var read = Client.MAPPER.readTree(card.toString());
    if (read instanceof ObjectNode object) {
      object.remove("model");
    }
    return read;
  }

  private static Set<String> texts(Collection<Event> events) {
    return events.stream().map(EventJson::write).collect(Collectors.toSet());
  }
}
