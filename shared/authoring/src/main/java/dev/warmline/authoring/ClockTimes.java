package dev.warmline.authoring;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses the time of day somebody meant. */
final class ClockTimes {
  private static final Pattern LOOSE =
      Pattern.compile("([0-9]{1,2})(?:[:.h]([0-9]{1,2}))?(?::00)?\\s*(am|pm)?");

  private ClockTimes() {}

  /** The time of day in the right form, in quotes, or empty. */
  static Optional<String> suggest(String text) {
    var match = LOOSE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    var minutes = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
    var hours = Integer.parseInt(match.group(1));
    if ("pm".equals(match.group(3)) && hours < 12) {
      hours += 12;
    }
    return hours < 24 && minutes < 60
        ? Optional.of(String.format(Locale.ROOT, "\"%02d:%02d\"", hours, minutes))
        : Optional.empty();
  }
}
