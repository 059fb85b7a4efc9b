package dev.warmline.lead;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.rule.Model;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorer;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Tells whether what opened a cycle, which nobody accepted, does not count any more. */
public final class Retraction {
  private Retraction() {}

  /**
   * Why the open cycle is to be taken back, if it is.
   *
   * @param log the events of the lead, if they were read: robot judgements are looked for in them
   */
  public static Optional<String> of(
      Standing standing, Scorecard card, Collection<Event> log, Model model, Instant now) {
    if (standing.stage() != Stage.MQL) {
      return Optional.empty();
    }
    if (card.withdrawn()) {
      return Optional.of("consent withdrawn");
    }
    if (standing.isHandedOver()) {
      return Optional.empty();
    }
    var isJudged = log.stream().anyMatch(event -> event.type() == EventType.VERDICT);
    return isJudged && Scorer.isTakenBack(log, model, standing.since(), now)
        ? Optional.of("judged a robot")
        : card.qualifies().excluded().map(why -> "excluded: " + why);
  }
}
