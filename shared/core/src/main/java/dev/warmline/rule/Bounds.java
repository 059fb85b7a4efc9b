package dev.warmline.rule;

import java.util.OptionalLong;

/**
 * The limits of a sum, both included, in milli-points.
 *
 * @param min the sum is filled up to this
 * @param max the sum is cut to this; never below {@code min}
 */
public record Bounds(OptionalLong min, OptionalLong max) {
  /** No limits. */
  public static final Bounds NONE = new Bounds(OptionalLong.empty(), OptionalLong.empty());

  /** Without the minimum. */
  public Bounds maxAlone() {
    return new Bounds(OptionalLong.empty(), max);
  }

  /** Without the maximum. */
  public Bounds minAlone() {
    return new Bounds(min, OptionalLong.empty());
  }

  /** The nearest value within the limits; grows with its argument. */
  public long clamp(long milli) {
    if (max.isPresent() && milli > max.getAsLong()) {
      return max.getAsLong();
    }
    return min.isPresent() && milli < min.getAsLong() ? min.getAsLong() : milli;
  }
}
