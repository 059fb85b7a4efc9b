package dev.warmline.score;

import java.math.BigDecimal;

/**
 * Points, exact to the thousandth: whole milli-points inside, so that a scorecard adds up.
 *
 * @param milli thousandths of a point, signed
 */
public record Points(long milli) implements Comparable<Points> {
  /** No points. */
  public static final Points ZERO = new Points(0);

  /** So many thousandths of a point. */
  public static Points ofMilli(long milli) {
    return new Points(milli);
  }

  /**
   * So many points.
   *
   * @throws ArithmeticException if there are more than three decimals or the number is too large
   */
  public static Points of(BigDecimal points) {
    return new Points(points.movePointRight(3).longValueExact());
  }

  /** The sum of both. */
  public Points plus(Points other) {
    return new Points(Math.addExact(milli, other.milli));
  }

  /** This less the other. */
  public Points minus(Points other) {
    return new Points(Math.subtractExact(milli, other.milli));
  }

  /** Whether this is at least the other. */
  public boolean isAtLeast(Points other) {
    return milli >= other.milli;
  }

  /** The number of points without trailing zeros: 50, 32.5, -2.125. */
  public BigDecimal toDecimal() {
    var decimal = BigDecimal.valueOf(milli, 3).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  @Override
  public int compareTo(Points other) {
    return Long.compare(milli, other.milli);
  }

  @Override
  public String toString() {
    return toDecimal().toPlainString();
  }
}
