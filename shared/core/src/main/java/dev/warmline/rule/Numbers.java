package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Reading the numbers of a model file exactly. */
public final class Numbers {
  private static final int LONGEST_EXPONENT = 1_000;

  private Numbers() {}

  /** The number in thousandths, or empty if it is too large, too fine or not finite. */
  static Optional<Long> milli(JsonNode number) {
    return exact(number)
        .filter(value -> Math.abs((long) value.scale()) < LONGEST_EXPONENT)
        .flatMap(Numbers::toMilli);
  }

  /** The number as it was written, or empty if it is not finite. */
  public static Optional<BigDecimal> exact(JsonNode number) {
    var finite = !number.isFloatingPointNumber() || Double.isFinite(number.doubleValue());
    return finite ? Optional.of(number.decimalValue()) : Optional.empty();
  }

  /** So many milli-points as points without trailing zeros. */
  public static String text(long milli) {
    var decimal = BigDecimal.valueOf(milli, 3).stripTrailingZeros();
    return decimal.toPlainString();
  }

  private static Optional<Long> toMilli(BigDecimal value) {
    try {
      return Optional.of(value.movePointRight(3).longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
