package dev.warmline.authoring;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as the model file writes them: a whole number and s, m, h, d (24 hours) or w. */
final class DurationText {
  /** The form of a duration, as a regular expression over the whole text. */
  static final String FORM = "[0-9]{1,9}[smhdw]";

  private static final Pattern EXACT = Pattern.compile(FORM);
  private static final Pattern WORDS =
      Pattern.compile("(?:p|pt)?\\s*([0-9]{1,6})(?:\\.([05]))?\\s*([a-z]*)\\.?");
  private static final long SECOND = 1_000;

  private DurationText() {}

  /** The milliseconds of a duration, or empty if the text is none. */
  static Optional<Long> millis(String text) {
    if (!EXACT.matcher(text).matches()) {
      return Optional.empty();
    }
    var number = Long.parseLong(text.substring(0, text.length() - 1));
    return Optional.of(number * seconds(text.substring(text.length() - 1)) * SECOND);
  }

  /** What was probably meant by a text that is no duration. */
  static Optional<String> suggest(String text) {
    var match = WORDS.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    var number = Long.parseLong(match.group(1));
    var seconds = seconds(unit(match.group(3)));
    if (match.group(2) != null && match.group(2).equals("5")) {
      return Optional.of(write(number * seconds + seconds / 2));
    }
    return switch (match.group(3)) {
      case "mo", "mon", "month", "months" -> Optional.of(number * 30 + "d");
      case "q", "quarter", "quarters" -> Optional.of(number * 90 + "d");
      case "y", "yr", "year", "years" -> Optional.of(number * 365 + "d");
      default -> Optional.of(number + unit(match.group(3)));
    };
  }

  /** The shortest text for so many milliseconds, cut to seconds. */
  static String ofMillis(long millis) {
    return write(millis / SECOND);
  }

  private static String write(long seconds) {
    for (var unit : new String[] {"d", "h", "m"}) {
      if (seconds % seconds(unit) == 0) {
        return seconds / seconds(unit) + unit;
      }
    }
    return seconds + "s";
  }

  private static String unit(String word) {
    return switch (word) {
      case "s", "sec", "secs", "second", "seconds" -> "s";
      case "m", "min", "mins", "minute", "minutes" -> "m";
      case "h", "hr", "hrs", "hour", "hours" -> "h";
      case "w", "wk", "week", "weeks" -> "w";
      default -> "d";
    };
  }

  private static long seconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "m" -> 60;
      case "h" -> 3_600;
      case "w" -> 7 * 86_400;
      default -> 86_400;
    };
  }
}
