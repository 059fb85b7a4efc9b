package dev.warmline.authoring;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Days of the week in any language, as the model file writes them. */
final class Weekdays {
  static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt");

  private static final class Names {
    static final Map<String, String> ALL = all();

    private static Map<String, String> all() {
      var names = new HashMap<String, String>();
      LANGUAGES.forEach(language -> add(names, Locale.of(language)));
      List.of(Locale.getAvailableLocales()).forEach(locale -> add(names, locale));
      return names;
    }

    private static void add(Map<String, String> names, Locale locale) {
      for (var day : DayOfWeek.values()) {
        for (var style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
          var word = Typography.word(day.getDisplayName(style, locale));
          if (!word.isEmpty()) {
            names.putIfAbsent(word, DAYS.get(day.getValue() - 1));
          }
        }
      }
    }
  }

  private Weekdays() {}

  /** The day that a word names, or a number from 1 for Monday. */
  static Optional<String> of(String written) {
    var word = Typography.word(written);
    if (word.matches("[1-7]")) {
      return Optional.of(DAYS.get(Integer.parseInt(word) - 1));
    }
    var singular = word.length() > 4 ? word.replaceFirst("s$", "") : word;
    return Optional.ofNullable(Names.ALL.get(word))
        .or(() -> Optional.ofNullable(Names.ALL.get(singular)));
  }

  /** The list that words such as {@code mon-fri} or {@code Monday, Tuesday} stand for. */
  static Optional<String> list(String written) {
    var text = Typography.plain(written).strip();
    if (text.matches("(?i)weekdays|workdays|working days|business days|werktags?")) {
      return Optional.of(list(DAYS.subList(0, 5)));
    }
    if (text.matches("(?i)daily|every day|all|always|täglich|7 days")) {
      return Optional.of(list(DAYS));
    }
    var range = text.split("\\s*(?:-|\\bto\\b|\\bbis\\b|\\.\\.)\\s*");
    var ends = new ArrayList<String>();
    List.of(range).forEach(word -> of(word).ifPresent(ends::add));
    if (ends.size() == 2 && range.length == 2) {
      var from = DAYS.indexOf(ends.get(0));
      var length = (DAYS.indexOf(ends.get(1)) - from + 7) % 7 + 1;
      return Optional.of(
          list(
              java.util.stream.IntStream.range(from, from + length)
                  .mapToObj(i -> DAYS.get(i % 7))
                  .toList()));
    }
    var days = List.of(text.split("[\\s,;/&+]+")).stream().map(Weekdays::of).toList();
    return days.stream().allMatch(Optional::isPresent)
        ? Optional.of(list(days.stream().flatMap(Optional::stream).toList()))
        : Optional.empty();
  }

  private static String list(List<String> days) {
    return "[" + String.join(", ", days) + "]";
  }
}
