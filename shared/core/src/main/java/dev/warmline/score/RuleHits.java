package dev.warmline.score;

import dev.warmline.rule.Rule;
import java.util.List;

/**
 * The hits that a rule kept, in order.
 *
 * @param lookback the age in milliseconds from which they are worth nothing
 * @param life the age from which decay alone has surely left nothing of them, or the lookback
 */
record RuleHits(Rule rule, List<Hit> kept, long lookback, long life) {

  RuleHits(Rule rule, List<Hit> kept, long lookback) {
    this(rule, kept, lookback, DecayedPoints.life(rule, lookback));
  }

  /** What a hit is worth at an instant, in milli-points. */
  long worth(Hit hit, long at) {
    return DecayedPoints.milli(rule, at - hit.at(), lookback);
  }

  /** What all are worth at an instant, in milli-points. */
  long sum(long at) {
    var sum = 0L;
    for (var i = kept.size() - 1; i >= 0; i--) {
      var hit = kept.get(i);
      if (at - hit.at() >= life) {
        break;
      }
      sum += worth(hit, at);
    }
    return sum;
  }

  /** The hits that are worth something at an instant. */
  List<Hit> live(long at) {
    var from = kept.size();
    while (from > 0 && at - kept.get(from - 1).at() < life) {
      from--;
    }
    return kept.subList(from, kept.size()).stream().filter(hit -> worth(hit, at) != 0).toList();
  }
}
