package dev.warmline.score;

import dev.warmline.rule.Rule;
import java.util.List;

/**
 * The hits that a rule kept, in order.
 *
 * @param lookback the age in milliseconds from which they are worth nothing
 */
record RuleHits(Rule rule, List<Hit> kept, long lookback) {

  /** What a hit is worth at an instant, in milli-points. */
  long worth(Hit hit, long at) {
    return DecayedPoints.milli(rule, at - hit.at(), lookback);
  }

  /** What all are worth at an instant, in milli-points. */
  long sum(long at) {
    var sum = 0L;
    for (var i = kept.size() - 1; i >= 0; i--) {
      var hit = kept.get(i);
      if (at - hit.at() >= lookback) {
        break;
      }
      sum += worth(hit, at);
    }
    return sum;
  }

  /** The hits that are worth something at an instant. */
  List<Hit> live(long at) {
    return kept.stream().filter(hit -> worth(hit, at) != 0).toList();
  }
}
