package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.LeadId;
import dev.warmline.rule.Model;
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A lead's scorecard with what follows from it.
 *
 * @param stage where the lead stands, if it is stored
 * @param coolDownEnd until when it cannot qualify by its scores, if it left before
 */
record Explanation(
    LeadId lead,
    Scorecard card,
    Model model,
    Optional<String> stage,
    Optional<Instant> coolDownEnd) {

  /** What keeps it from being an MQL; nothing if it qualifies. */
  List<String> whyNot() {
    return WhyNot.of(card, model, coolDownEnd);
  }

  /** The verdict in a few words. */
  String verdict() {
    return whyNot().isEmpty()
        ? card.qualifies()
            .fastTrack()
            .map(signal -> "qualifies at once: " + signal.says())
            .orElse("qualifies")
        : "does not qualify";
  }

  /** The name of the rules and their version. */
  String rules() {
    return card.model() + (card.version() == 0 ? " (draft)" : " version " + card.version());
  }

  /** The scorecard of the lead with what follows from it. */
  ObjectNode toJson() {
    var json = EventJson.newObject();
    json.set("scorecard", ScorecardJson.write(lead.value(), card));
    stage.ifPresent(word -> json.put("stage", word));
    coolDownEnd.ifPresent(end -> json.put("coolDownEnd", EventJson.format(end)));
    var reasons = json.putArray("whyNot");
    whyNot().forEach(reasons::add);
    return json;
  }
}
