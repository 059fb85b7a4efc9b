package dev.warmline.handoff;

import static dev.warmline.handoff.AlertFields.array;
import static dev.warmline.handoff.AlertFields.id;
import static dev.warmline.handoff.AlertFields.ids;
import static dev.warmline.handoff.AlertFields.line;
import static dev.warmline.handoff.AlertFields.points;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Stage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the alert out of a stored verdict. */
final class VerdictReader {
  private static final int MAX_RECENT = 10;

  private final Lead lead;
  private final Optional<URI> desk;
  private final JsonNode verdict;
  private final JsonNode scorecard;

  VerdictReader(Lead lead, JsonNode verdict, Optional<URI> desk) {
    this.lead = lead;
    this.desk = desk;
    this.verdict = verdict;
    this.scorecard =
        verdict.path("scorecard").isObject() ? verdict.path("scorecard") : lead.scorecard();
  }

  Alert read(AlertId id, Stage stage, Instant at, String why) {
    var fastTrack = fastTrack();
    return new Alert(
        id,
        stage,
        at,
        VisitorText.clean(why, AlertFields.LONGEST_LINE),
        id(verdict.path("tier")).orElse(fastTrack.isPresent() ? "hot" : "warm"),
        Contact.of(verdict.path("traits").isObject() ? verdict.path("traits") : lead.traits()),
        AlertFields.scores(scorecard.path("scores")),
        AlertFields.fit(scorecard.path("fit")),
        ids(scorecard.path("interests")),
        ids(scorecard.path("segments")),
        id(verdict.path("queue")),
        AlertFields.source(scorecard.path("leadSource")),
        recent(),
        fastTrack,
        AlertFields.model(scorecard.path("model")),
        AlertFields.zone(verdict.path("timeZone")),
        desk.map(base -> AlertFields.leadPage(base, lead.id())));
  }

  private Optional<Alert.FastTrack> fastTrack() {
    var own = AlertFields.fastTrack(verdict.path("fastTrack"));
    return own.isPresent()
        ? own
        : AlertFields.fastTrack(scorecard.path("qualifies").path("fastTrack"));
  }

  private List<Alert.Activity> recent() {
    return array(verdict.path("recent"))
        .flatMap(node -> activity(node).stream())
        .limit(MAX_RECENT)
        .toList();
  }

  private static Optional<Alert.Activity> activity(JsonNode node) {
    return EventJson.parseInstant(node.path("at").asText())
        .flatMap(
            at ->
                line(node.path("says"))
                    .or(() -> line(node.path("rule")))
                    .map(says -> new Alert.Activity(at, says, points(node.path("points")))));
  }
}
