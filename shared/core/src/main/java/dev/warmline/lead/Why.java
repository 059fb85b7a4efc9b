package dev.warmline.lead;

import dev.warmline.score.Scorecard;
import java.util.stream.Collectors;

/** The reason for a change of stage, in words. */
final class Why {
  private Why() {}

  /** For example {@code engagement 65, fit B}. */
  static String entered(Scorecard card) {
    var scores =
        card.scores().entrySet().stream()
            .map(score -> score.getKey() + " " + score.getValue().points())
            .collect(Collectors.joining(", "));
    return card.fit().map(fit -> scores + ", fit " + fit.grade()).orElse(scores);
  }
}
