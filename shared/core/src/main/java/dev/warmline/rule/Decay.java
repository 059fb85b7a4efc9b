package dev.warmline.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;

/** How the worth of a hit falls with its age. Every duration is positive. */
public sealed interface Decay {

  /**
   * What is left of a hit in whole milli-points, rounded half-even once: never farther from zero at
   * a higher age.
   *
   * @param milliPoints what it was worth
   * @param age milliseconds since the hit, not negative
   */
  long left(long milliPoints, long age);

  /** An age in milliseconds from which surely nothing is left. */
  long life(long milliPoints);

  /** It does not fall. */
  record None() implements Decay {
    @Override
    public long left(long milliPoints, long age) {
      return milliPoints;
    }

    @Override
    public long life(long milliPoints) {
      return Long.MAX_VALUE;
    }
  }

  /** It halves with every duration. */
  record HalfLife(Duration duration) implements Decay {
    @Override
    public long left(long milliPoints, long age) {
      return (long) Math.rint(milliPoints * left(age));
    }

    /** The part that is left. */
    public double left(long age) {
      return StrictMath.pow(0.5, (double) age / duration.toMillis());
    }

    @Override
    public long life(long milliPoints) {
      var halvings = Long.SIZE - Long.numberOfLeadingZeros(Math.abs(milliPoints)) + 2L;
      return halvings * duration.toMillis();
    }
  }

  /** It falls evenly and is nothing once the duration is over. */
  record Linear(Duration duration) implements Decay {
    @Override
    public long left(long milliPoints, long age) {
      var whole = duration.toMillis();
      if (age >= whole) {
        return 0;
      }
      var left = whole - age;
      var product = milliPoints * left;
      return Math.multiplyHigh(milliPoints, left) == product >> 63
          ? halfEven(product, whole)
          : exactly(milliPoints, left, whole);
    }

    @Override
    public long life(long milliPoints) {
      return duration.toMillis();
    }

    private static long halfEven(long dividend, long divisor) {
      var quotient = dividend / divisor;
      var rest = Math.abs(dividend % divisor);
      var half = Long.compare(rest, divisor - rest);
      var up = half > 0 || (half == 0 && (quotient & 1) != 0);
      return up ? quotient + Long.signum(dividend) : quotient;
    }

    private static long exactly(long milliPoints, long left, long whole) {
      var product = BigInteger.valueOf(milliPoints).multiply(BigInteger.valueOf(left));
      return new BigDecimal(product)
          .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN)
          .longValueExact();
    }
  }

  /** It is whole before the duration is over and nothing from then on. */
  record Expires(Duration duration) implements Decay {
    @Override
    public long left(long milliPoints, long age) {
      return age < duration.toMillis() ? milliPoints : 0;
    }

    @Override
    public long life(long milliPoints) {
      return duration.toMillis();
    }
  }
}
