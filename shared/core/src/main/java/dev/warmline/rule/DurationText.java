package dev.warmline.rule;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as the model file writes them: a whole number and s, m, h, d (24 hours) or w. */
public final class DurationText {
  /** The form of a duration, as a regular expression over the whole text. */
  public static final String FORM = "[0-9]{1,9}[smhdw]";

  private static final Pattern EXACT = Pattern.compile(FORM);
  private static final long SECOND = 1_000;

  private DurationText() {}

  /** The milliseconds of a duration, or empty if the text is none. */
  public static Optional<Long> millis(String text) {
    if (!EXACT.matcher(text).matches()) {
      return Optional.empty();
    }
    var number = Long.parseLong(text.substring(0, text.length() - 1));
    return Optional.of(number * seconds(text.substring(text.length() - 1)) * SECOND);
  }

  /** The shortest text for so many milliseconds, cut to seconds. */
  public static String ofMillis(long millis) {
    var seconds = millis / SECOND;
    for (var unit : new String[] {"d", "h", "m"}) {
      if (seconds % seconds(unit) == 0) {
        return seconds / seconds(unit) + unit;
      }
    }
    return seconds + "s";
  }

  /** A duration as people say it: {@code 14 days}. */
  public static String words(Duration duration) {
    var text = ofMillis(duration.toMillis());
    var number = text.substring(0, text.length() - 1);
    var unit =
        switch (text.charAt(text.length() - 1)) {
          case 'd' -> "day";
          case 'h' -> "hour";
          case 'm' -> "minute";
          default -> "second";
        };
    return number + " " + unit + (number.equals("1") ? "" : "s");
  }

  /** The seconds of a unit: s, m, h, w, or else a day. */
  public static long seconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "m" -> 60;
      case "h" -> 3_600;
      case "w" -> 7 * 86_400;
      default -> 86_400;
    };
  }
}
