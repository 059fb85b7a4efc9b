package dev.warmline.lead;

import dev.warmline.score.Gathering;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorer;
import java.time.Instant;
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
      Standing standing, Scorecard card, Optional<Gathering> log, Instant now) {
    if (standing.stage() != Stage.MQL) {
      return Optional.empty();
    }
    if (card.withdrawn()) {
      return Optional.of("consent withdrawn");
    }
    if (standing.isHandedOver()) {
      return Optional.empty();
    }
    var isTakenBack =
        log.filter(Gathering::isJudged)
            .filter(judged -> Scorer.isTakenBack(judged, standing.since(), now))
            .isPresent();
    return isTakenBack
        ? Optional.of("judged a robot")
        : card.qualifies().excluded().map(why -> "excluded: " + why);
  }
}
