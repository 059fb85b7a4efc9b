package dev.warmline.score;

import dev.warmline.rule.Rule;

/** What a kept hit is worth at an age, within the model's lookback. */
final class DecayedPoints {
  private DecayedPoints() {}

  /**
   * The worth in milli-points: never farther from zero at a higher age.
   *
   * @param age milliseconds since the hit, not negative
   * @param lookback the age in milliseconds from which nothing is worth anything
   */
  static long milli(Rule rule, long age, long lookback) {
    return age >= lookback ? 0 : rule.decay().left(rule.milliPoints(), age);
  }

  /** An age in milliseconds from which a hit of the rule is surely worth nothing. */
  static long life(Rule rule, long lookback) {
    return Math.min(lookback, rule.decay().life(rule.milliPoints()));
  }
}
