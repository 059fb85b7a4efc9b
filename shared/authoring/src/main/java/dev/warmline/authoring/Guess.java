package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.rule.DurationText;
import dev.warmline.rule.Numbers;
import dev.warmline.rule.Value;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses the value somebody meant who wrote something else, as it would stand in the file. */
final class Guess {
  private static final Pattern DURATION =
      Pattern.compile("(?:p|pt)?\\s*([0-9]{1,6})(?:\\.([05]))?\\s*([a-z]*)\\.?");
  private static final Pattern CLOCK =
      Pattern.compile("([0-9]{1,2})(?:[:.h]([0-9]{1,2}))?(?::00)?\\s*(am|pm)?");

  private static final Pattern NUMBER =
      Pattern.compile("[^0-9+-]{0,8}\\+?\\s*(-?\\s*[0-9][0-9.,' ]*?)\\s*(?:[^0-9.,]{0,20})");
  private static final Pattern UNIT =
      Pattern.compile(
          "|[smhdw]|secs?|seconds?|mins?|minutes?|minuten|hrs?|hours?|std|stunden?|heures|days?|tage?|tagen"
              + "|jours?|d[ií]as?|giorni|dagen|wk|weeks?|wochen?|semaines|mo|mon|months?|monate?n?|mois|q|quarters?|y|yr|years?|jahre?");

  private static final List<String> NUMBERS =
      List.of(
          "two|zwei|deux",
          "three|drei|trois",
          "four|vier",
          "five|fünf",
          "six|sechs",
          "seven|sieben",
          "eight|acht",
          "nine|neun",
          "ten|zehn",
          "eleven|elf",
          "twelve|zwölf");

  private Guess() {}

  static Optional<String> of(Value<?> value, JsonNode written) {
    if (written.isArray() && written.size() == 1 && written.get(0).isValueNode()) {
      return value instanceof Value.Text ? FlowText.of(written.get(0)) : of(value, written.get(0));
    }
    var text = withDigits(Typography.plain(written.asText()));
    return switch (value) {
      case Value.Text _ -> quoted(written);
      case Value.Name _ -> written.isTextual() ? name(text) : quoted(written);
      case Value.Amount _ -> written.isNumber() ? rounded(written) : number(text);
      case Value.Span _ -> duration(text);
      case Value.Flag _ -> flag(text.strip().toLowerCase(Locale.ROOT));
      case Value.ClockTime _ -> clockTime(text);
      case Value.Formed<?> formed -> TeamGuess.of(formed, text);
      case Value.Count _ -> number(text).filter(plain -> plain.matches("[0-9]+"));
      case Value.Rate _,
          Value.Currency _,
          Value.Zone _,
          Value.Plain _,
          Value.Path _,
          Value.OfPattern _ ->
          Optional.empty();
    };
  }

  /** The text with the numbers up to twelve in digits. */
  private static String withDigits(String text) {
    for (var i = 0; i < NUMBERS.size(); i++) {
      text = text.replaceFirst("(?i)^(" + NUMBERS.get(i) + ")\\b", "" + (i + 2));
    }
    return text;
  }

  /** The name most like a text. */
  static Optional<String> name(String text) {
    var words = Arrays.stream(text.strip().split("[^A-Za-z0-9_.]+"));
    var name = String.join("-", words.filter(word -> !word.isEmpty()).toList());
    return name.matches(Value.Name.FORM) ? Optional.of(name) : Optional.empty();
  }

  /** The duration that a text in other words means. */
  static Optional<String> duration(String text) {
    var words =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^(an?|one|ein(en?|e)?|every|each|per)\\s+", "1 ")
            .replaceFirst("\\b(business|working|werk)\\s*", "")
            .replaceFirst("^(session|visit)s?$", "30 minutes")
            .replaceFirst("^fortnight(ly)?$", "2 weeks")
            .replaceFirst("^daily$", "1 day")
            .replaceFirst("^([a-z]{4,})ly$", "1 $1")
            .replaceFirst(
                "^(hour|minute|day|week|month|quarter|year|stunde|tag|woche|monat|jahr)s?$",
                "1 $1");
    var match = DURATION.matcher(words);
    if (!match.matches() || isNoUnit(match.group(3))) {
      return Optional.empty();
    }
    var number = Long.parseLong(match.group(1));
    var unit = unit(match.group(3));
    if ("5".equals(match.group(2))) {
      var seconds = DurationText.seconds(unit);
      return Optional.of(DurationText.ofMillis((number * seconds + seconds / 2) * 1_000));
    }
    return switch (match.group(3)) {
      case "mo", "mon", "month", "months", "monat", "monate", "monaten", "mois" ->
          Optional.of(number * 30 + "d");
      case "q", "quarter", "quarters" -> Optional.of(number * 90 + "d");
      case "y", "yr", "year", "years", "jahr", "jahre" -> Optional.of(number * 365 + "d");
      default -> Optional.of(number + unit);
    };
  }

  private static boolean isNoUnit(String word) {
    return !UNIT.matcher(word).matches();
  }

  /** The time in which half is lost, if so many percent are lost in a duration. */
  static Optional<String> halfLife(double percent, String in) {
    var millis = DurationText.millis(in).orElse(0L);
    if (percent <= 0 || percent >= 100 || millis == 0) {
      return Optional.empty();
    }
    var days = Math.round(millis / 86_400_000.0 * Math.log(0.5) / Math.log(1 - percent / 100));
    return Optional.of(Math.max(1, days) + "d");
  }

  private static String unit(String word) {
    return switch (word) {
      case "s", "sec", "secs", "second", "seconds" -> "s";
      case "m", "min", "mins", "minute", "minutes", "minuten" -> "m";
      case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heures" -> "h";
      case "w", "wk", "week", "weeks", "woche", "wochen", "semaines" -> "w";
      default -> "d";
    };
  }

  static Optional<String> clockTime(String text) {
    var words = text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*(uhr|o'clock|h)$", "");
    var match = CLOCK.matcher(words.replaceFirst("^([0-9]{1,2})([0-9]{2})$", "$1:$2"));
    if (!match.matches()) {
      return Optional.empty();
    }
    var minutes = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
    var hours = Integer.parseInt(match.group(1));
    if (hours == 24 && minutes == 0) {
      return Optional.of("\"23:59\"");
    }
    if ("pm".equals(match.group(3)) && hours < 12) {
      hours += 12;
    }
    return hours < 24 && minutes < 60
        ? Optional.of(String.format(Locale.ROOT, "\"%02d:%02d\"", hours, minutes))
        : Optional.empty();
  }

  private static Optional<String> flag(String word) {
    if (List.of("yes", "on", "1", "y", "ja", "oui", "si", "sí", "always").contains(word)) {
      return Optional.of("true");
    }
    return List.of("no", "off", "0", "n", "nein", "non", "never").contains(word)
        ? Optional.of("false")
        : Spelling.nearest(word, List.of("true", "false"));
  }

  private static Optional<String> number(String text) {
    var found = NUMBER.matcher(text.strip());
    return found.matches()
        ? Optional.of(Comparison.digits(found.group(1)))
            .filter(plain -> plain.matches("-?[0-9]{1,7}(\\.[0-9]{1,3})?"))
        : Optional.empty();
  }

  private static Optional<String> rounded(JsonNode number) {
    return Numbers.exact(number)
        .filter(value -> value.precision() < 40 && Math.abs((long) value.scale()) < 40)
        .map(value -> value.setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros())
        .map(value -> value.toPlainString());
  }

  private static Optional<String> quoted(JsonNode written) {
    return written.isValueNode() ? Optional.of("\"" + written.asText() + "\"") : Optional.empty();
  }
}
