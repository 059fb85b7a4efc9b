package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Points and durations as model files write them. */
final class Quantities {
  static final String POINTS_ARE =
      "must be a number from -1000000 to 1000000 with at most three decimals";
  static final String DURATIONS_ARE =
      "must be a duration: a whole number and s, m, h, d or w, such as 30d; at most 36500d";

  private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000);
  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,10})([smhdw])");

  private Quantities() {}

  static OptionalLong milliPoints(JsonNode value) {
    if (!value.isNumber() || isNotFinite(value)) {
      return OptionalLong.empty();
    }
    var points = value.decimalValue();
    if (points.abs().compareTo(MOST_POINTS) > 0 || points.stripTrailingZeros().scale() > 3) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(points.movePointRight(3).longValueExact());
  }

  static Optional<Duration> duration(JsonNode value) {
    var parts = DURATION.matcher(value.asText());
    if (!parts.matches()) {
      return Optional.empty();
    }
    var duration = seconds(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1)));
    return Optional.of(duration).filter(given -> given.compareTo(LONGEST) <= 0);
  }

  private static Duration seconds(String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      case "w" -> Duration.ofDays(7);
      default -> throw new IllegalStateException("the pattern admits no unit " + unit);
    };
  }

  private static boolean isNotFinite(JsonNode value) {
    return value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue());
  }
}
