package dev.warmline.authoring;

import dev.warmline.rule.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Guesses the window, the date or the address that somebody meant. */
final class TeamGuess {
  private static final Pattern RANGE =
      Pattern.compile("(.+?)\\s*(?:-|\u2013|\u2014|\\bto\\b|\\.\\.|\\buntil\\b)\\s*(.+)");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})[./-] ?([0-9]{1,2})[./-] ?([0-9]{4})");

  private TeamGuess() {}

  /** What the text was meant as, if it can be read so; in quotes where YAML needs them. */
  static Optional<String> of(Value.Formed<?> formed, String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT);
    return Stream.of(window(plain), dates(plain), date(plain), Optional.of(address(plain)))
        .flatMap(Optional::stream)
        .filter(guess -> formed.parse().apply(guess).isPresent())
        .findFirst()
        .map(guess -> guess.indexOf(':') < 0 ? guess : '"' + guess + '"');
  }

  private static Optional<String> window(String text) {
    var range = RANGE.matcher(text);
    return range.matches()
        ? time(range.group(1)).flatMap(from -> time(range.group(2)).map(to -> from + "-" + to))
        : Optional.empty();
  }

  private static Optional<String> time(String text) {
    return text.matches("24([:.h]?00)?")
        ? Optional.of("24:00")
        : Guess.clockTime(text).map(quoted -> quoted.replace("\"", ""));
  }

  private static Optional<String> dates(String text) {
    return text.lines()
        .flatMap(line -> Stream.of(" - ", "..", " to ", "/", " until ").filter(line::contains))
        .flatMap(
            sign -> {
              var at = text.indexOf(sign);
              var from = date(text.substring(0, at).strip());
              var to = date(text.substring(at + sign.length()).strip());
              return from.flatMap(first -> to.map(last -> first + ".." + last)).stream();
            })
        .findFirst();
  }

  private static Optional<String> date(String text) {
    var year = YEAR_FIRST.matcher(text);
    if (year.matches()) {
      return Optional.of(date(year.group(1), year.group(2), year.group(3)));
    }
    var day = DAY_FIRST.matcher(text);
    return day.matches()
        ? Optional.of(date(day.group(3), day.group(2), day.group(1)))
        : Optional.empty();
  }

  private static String date(String year, String month, String day) {
    return "%s-%02d-%02d".formatted(year, Integer.parseInt(month), Integer.parseInt(day));
  }

  private static String address(String text) {
    return text.replaceAll("\\s*[(\\[]at[)\\]]\\s*|\\s+at\\s+", "@")
        .replaceFirst("^mailto:", "")
        .replace(" ", "");
  }
}
