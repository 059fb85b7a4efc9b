package dev.warmline.score;

import dev.warmline.rule.Decay;

/**
 * What is left of the hits of a rule after an instant: exactly, or a trace nearer to zero where
 * that is quicker, so that a bound made of it may be early and is never late.
 */
final class Fading {
  /** More than all roundings of a product of two powers, each good to a few units of its last. */
  private static final double NEARER_TO_ZERO = 1 - 1e-12;

  private final RuleHits hits;
  private final long from;
  private final double[] exactly;

  /** From an instant on that no hit is later than. */
  Fading(RuleHits hits, long from) {
    this.hits = hits;
    this.from = from;
    this.exactly =
        hits.rule().decay() instanceof Decay.HalfLife halves
            ? hits.alive(from).stream()
                .mapToDouble(hit -> hits.rule().milliPoints() * halves.left(from - hit.at()))
                .toArray()
            : new double[0];
  }

  /** The worth of all at a later instant. */
  PartedSum sum(long at) {
    return hits.rule().decay() instanceof Decay.HalfLife halves
        ? faded(at, halves.left(at - from) * NEARER_TO_ZERO)
        : hits.sum(at);
  }

  private PartedSum faded(long at, double left) {
    var alive = hits.alive(at);
    var next = new int[] {exactly.length - alive.size()};
    return PartedSum.of(hits, alive, _ -> (long) Math.rint(exactly[next[0]++] * left));
  }
}
