package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import dev.warmline.rule.Numbers;
import java.util.Comparator;
import java.util.List;

/** Bands that no points reach, and two that begin at the same place. */
record BandCheck(Findings findings) {
  void check(ModelParts model) {
    if (model.fit().at("bands").node().isObject()) {
      bands(
          model.fit().at("bands"),
          PointsRange.ofFit(model.fitRules(), findings::isBroken),
          "the fit rules");
    }
    for (var score : model.scores()) {
      bands(
          score.at("bands"),
          PointsRange.ofScore(score, findings::isBroken),
          "the rules of " + score.key());
    }
  }

  private void bands(ModelNode bands, PointsRange reach, String rules) {
    var sorted = falling(bands);
    for (var i = 0; i < sorted.size(); i++) {
      var band = sorted.get(i);
      var begins = begins(band);
      if (i > 0 && begins(sorted.get(i - 1)) == begins) {
        findings.error(
            band, "band " + band.key() + " begins where " + sorted.get(i - 1).key() + " begins");
      } else if (begins > reach.most() && i < sorted.size() - 1) {
        findings.error(
            band,
            "band "
                + band.key()
                + " is unreachable: "
                + rules
                + " give at most "
                + Numbers.text(reach.most()));
      } else if (i > 0 && begins(sorted.get(i - 1)) <= reach.least()) {
        findings.warning(
            band,
            "band "
                + band.key()
                + " is never reached: there are always at least "
                + Numbers.text(reach.least())
                + " points");
      }
    }
  }

  private static long begins(ModelNode band) {
    return band.milli().orElse(0L);
  }

  /** The bands with a threshold, the highest first. */
  private static List<ModelNode> falling(ModelNode bands) {
    return bands.children().stream()
        .filter(band -> band.milli().isPresent())
        .sorted(Comparator.comparing((ModelNode band) -> band.milli().orElse(0L)).reversed())
        .toList();
  }
}
