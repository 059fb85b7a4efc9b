package dev.warmline.model;

import dev.warmline.lead.Stage;
import dev.warmline.score.Scorecard;

/** The stage of a lead that is looked at for the first time: no cool-down, no earlier cycle. */
final class FirstStage {
  private FirstStage() {}

  static Stage of(Scorecard card) {
    var qualifies = card.qualifies();
    var regular = qualifies.enter() && qualifies.missing().isEmpty();
    if (qualifies.excluded().isEmpty() && (regular || qualifies.fastTrack().isPresent())) {
      return Stage.MQL;
    }
    return qualifies.prospect() ? Stage.PROSPECT : Stage.SUSPECT;
  }
}
