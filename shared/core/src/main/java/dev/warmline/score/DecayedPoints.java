package dev.warmline.score;

import dev.warmline.rule.Decay;
import dev.warmline.rule.Rule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What a kept hit is worth at an age: whole milli-points, rounded half-even once. */
final class DecayedPoints {
  private DecayedPoints() {}

  /**
   * The worth in milli-points: never farther from zero at a higher age.
   *
   * @param age milliseconds since the hit, not negative
   * @param lookback the age in milliseconds from which nothing is worth anything
   */
  static long milli(Rule rule, long age, long lookback) {
    if (age >= lookback) {
      return 0;
    }
    var points = rule.milliPoints();
    return switch (rule.decay()) {
      case Decay.None none -> points;
      case Decay.HalfLife half -> halved(points, age, Millis.of(half.duration()));
      case Decay.Linear linear -> falling(points, age, Millis.of(linear.duration()));
      case Decay.Expires expires -> age < Millis.of(expires.duration()) ? points : 0;
    };
  }

  /** An age in milliseconds from which a hit of the rule is surely worth nothing. */
  static long life(Rule rule, long lookback) {
    return switch (rule.decay()) {
      case Decay.None none -> lookback;
      case Decay.HalfLife half ->
          Math.min(lookback, halvings(rule.milliPoints()) * Millis.of(half.duration()));
      case Decay.Linear linear -> Math.min(lookback, Millis.of(linear.duration()));
      case Decay.Expires expires -> Math.min(lookback, Millis.of(expires.duration()));
    };
  }

  private static long halvings(long points) {
    return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(points)) + 2L;
  }

  private static long halved(long points, long age, long duration) {
    return (long) Math.rint(points * StrictMath.pow(0.5, (double) age / duration));
  }

  private static long falling(long points, long age, long duration) {
    if (age >= duration) {
      return 0;
    }
    var left = duration - age;
    if (Math.multiplyHigh(points, left) != (points * left) >> 63) {
      return exactly(points, left, duration);
    }
    return halfEven(points * left, duration);
  }

  private static long halfEven(long dividend, long divisor) {
    var quotient = dividend / divisor;
    var rest = Math.abs(dividend % divisor);
    var half = Long.compare(rest, divisor - rest);
    var up = half > 0 || (half == 0 && (quotient & 1) != 0);
    return up ? quotient + Long.signum(dividend) : quotient;
  }

  private static long exactly(long points, long left, long duration) {
    var product = BigInteger.valueOf(points).multiply(BigInteger.valueOf(left));
    return new BigDecimal(product)
        .divide(BigDecimal.valueOf(duration), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
