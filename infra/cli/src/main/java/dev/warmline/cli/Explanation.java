package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.LeadId;
import dev.warmline.rule.Model;
import dev.warmline.score.Gathering;
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lead's scorecard with what follows from it.
 *
 * @param stage where the lead stands, if it is stored
 * @param coolDownEnd until when it cannot qualify by its scores, if it left before
 * @param waiting a signal that qualifies at once as soon as the person can be reached
 */
record Explanation(
    LeadId lead,
    Scorecard card,
    Model model,
    Optional<String> stage,
    Optional<Instant> coolDownEnd,
    Optional<Scorecard.FastTrack> waiting) {

  /** Explains the lead of whose events this was gathered. */
  static Explanation of(
      LeadId lead,
      Scorecard card,
      Gathering gathered,
      Model model,
      Optional<String> stage,
      Optional<Instant> coolDownEnd) {
    var waiting = WaitingSignal.of(gathered, model, card);
    return new Explanation(lead, card, model, stage, coolDownEnd, waiting);
  }

  /** Who it is, as far as anything is known. */
  Optional<String> person() {
    return Person.of(card.traits());
  }

  /** What keeps it from being an MQL; nothing if it qualifies. */
  List<String> whyNot() {
    var reasons = new ArrayList<String>();
    waiting.ifPresent(signal -> reasons.add(words(signal)));
    reasons.addAll(WhyNot.of(card, model, coolDownEnd));
    return reasons;
  }

  private static String words(Scorecard.FastTrack signal) {
    return "\"%s\" of %s waits for an e-mail address or a phone number, and qualifies at once with one"
        .formatted(signal.says(), EventJson.format(signal.at()));
  }

  /** That not all of its events were read, if so. */
  Optional<String> cut() {
    return card.serversAlone()
        ? Optional.of("It has too many events: only those of servers are read and count.")
        : Optional.empty();
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
    person().ifPresent(words -> json.put("person", words));
    stage.ifPresent(word -> json.put("stage", word));
    waiting.ifPresent(signal -> json.put("waitingSignal", signal.says()));
    coolDownEnd.ifPresent(end -> json.put("coolDownEnd", EventJson.format(end)));
    var reasons = json.putArray("whyNot");
    whyNot().forEach(reasons::add);
    return json;
  }
}
