package dev.warmline.cli;

import dev.warmline.score.Scorecard.Qualification;

/** Whether a lead qualifies, in a few words. */
final class Verdicts {
  private Verdicts() {}

  static String words(Qualification verdict) {
    if (verdict.excluded().isPresent()) {
      return "excluded: " + verdict.excluded().get();
    }
    if (verdict.fastTrack().isPresent()) {
      return "fast track: " + verdict.fastTrack().get().says();
    }
    if (verdict.enter()) {
      return verdict.missing().isEmpty()
          ? verdict.ready() ? "yes" : "yes, not ready for sales"
          : "missing: " + String.join(", ", verdict.missing());
    }
    return "no";
  }
}
