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

  /** What all are worth at an instant. */
  PartedSum sum(long at) {
    return PartedSum.of(this, alive(at), hit -> worth(hit, at));
  }

  /** The hits that are worth something at an instant: the newest, as no older one is worth more. */
  List<Hit> live(long at) {
    var alive = alive(at);
    var from = 0;
    while (from < alive.size() && worth(alive.get(from), at) == 0) {
      from++;
    }
    return alive.subList(from, alive.size());
  }

  /** The hits that may be worth something at an instant. */
  List<Hit> alive(long at) {
    var from = kept.size();
    while (from > 0 && at - kept.get(from - 1).at() < life) {
      from--;
    }
    return kept.subList(from, kept.size());
  }
}
