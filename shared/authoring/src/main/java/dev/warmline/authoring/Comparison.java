package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A comparison of numbers that somebody wrote in other words, as the match that says it. */
final class Comparison {
  private static final String NUMBER = "(-?[0-9][0-9.,' ]*)\\s*([km]?)\\b";
  private static final Pattern SIGN =
      Pattern.compile("([<>=!≥≤≠]{1,3}|[a-z][a-z -]*?)\\s*" + NUMBER + "\\W*");
  private static final Pattern PLUS =
      Pattern.compile(NUMBER + "\\s*(\\+|plus|or more|and more|and up|and above|or above)");
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:between|from)?\\s*" + NUMBER + "\\s*(?:-|to|and|until|bis|\\.\\.)\\s*" + NUMBER);
  private static final Map<String, String> SIGNS =
      signs(
          Map.of(
              ">=", "≥ => at-least min minimum gte ge from not-less-than mindestens",
              ">", "gt greater-than more-than over above larger-than bigger-than greater",
              "<=", "≤ =< at-most max maximum lte le up-to until not-more-than",
              "<", "lt less-than fewer-than under below smaller-than less smaller",
              "=", "== eq equals equal exactly is"));

  private Comparison() {}

  private static Map<String, String> signs(Map<String, String> words) {
    return words.entrySet().stream()
        .flatMap(
            sign ->
                List.of((sign.getKey() + " " + sign.getValue()).split(" ")).stream()
                    .map(word -> Map.entry(word, sign.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The match for a text that begins with a comparison, such as {@code >= 200}. */
  static Optional<String> of(String text) {
    var sign = SIGN.matcher(plain(text));
    return sign.matches()
        ? sign(sign.group(1))
            .map(word -> match(List.of(word, number(sign.group(2), sign.group(3)))))
        : between(text).filter(_ -> Character.isLetter(plain(text).charAt(0)));
  }

  /** The same, also for {@code 200+} and {@code 50-200}, which may be meant as texts. */
  static Optional<String> loosely(String text) {
    var plus = PLUS.matcher(plain(text));
    return plus.matches()
        ? Optional.of(match(List.of(">=", number(plus.group(1), plus.group(2)))))
        : of(text).or(() -> between(text));
  }

  private static Optional<String> between(String text) {
    var range = RANGE.matcher(plain(text));
    return range.matches()
        ? Optional.of(
            match(
                List.of(
                    ">=",
                    number(range.group(1), range.group(2)),
                    "<=",
                    number(range.group(3), range.group(4)))))
        : Optional.empty();
  }

  /** The sign that a word stands for. */
  static Optional<String> sign(String word) {
    var plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("(?<=[a-z])[ _]+", "-");
    return Optional.ofNullable(SIGNS.get(plain));
  }

  /** What the value of a {@code numeric} that is refused was meant to be. */
  static Optional<String> numeric(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(match(List.of("=", value.asText())));
    }
    if (value.isTextual()) {
      return loosely(value.textValue());
    }
    if (value.isArray() && value.size() == 1) {
      return numeric(value.get(0));
    }
    var parts = new ArrayList<String[]>();
    for (var i = 0; i + 1 < value.size(); i += 2) {
      var sign = sign(value.get(i).asText());
      if (!value.isArray() || sign.isEmpty() || !isNumber(value.get(i + 1).asText())) {
        return Optional.empty();
      }
      parts.add(new String[] {sign.get(), digits(value.get(i + 1).asText())});
    }
    return parts.isEmpty() || value.size() % 2 == 1 ? Optional.empty() : Optional.of(sorted(parts));
  }

  /** A match of these signs and numbers, its bottom before its top. */
  static String sorted(List<String[]> parts) {
    parts.sort(Comparator.comparing(part -> new BigDecimal(part[1])));
    var words = new ArrayList<String>();
    var signs = parts.stream().map(part -> part[0]).sorted(Comparator.reverseOrder()).toList();
    for (var i = 0; i < parts.size(); i++) {
      words.add(parts.size() == 2 ? signs.get(i) : parts.get(i)[0]);
      words.add(parts.get(i)[1]);
    }
    return match(words);
  }

  static boolean isNumber(String text) {
    return digits(text).matches("-?[0-9]{1,15}(\\.[0-9]+)?");
  }

  /** The number without what separates its thousands. */
  static String digits(String text) {
    var plain = Typography.plain(text).replaceAll("[' ]", "");
    return plain.matches("-?[0-9]{1,3}([.,][0-9]{3})+")
        ? plain.replaceAll("[.,]", "")
        : plain.replace(',', '.');
  }

  private static String number(String digits, String unit) {
    var number = digits(digits.strip());
    var zeros = unit.equals("k") ? 3 : unit.equals("m") ? 6 : 0;
    return isNumber(number) ? new BigDecimal(number).movePointRight(zeros).toPlainString() : number;
  }

  private static String match(List<String> words) {
    var list = words.stream().map(word -> isNumber(word) ? word : "\"" + word + "\"");
    return "{ numeric: [" + list.collect(Collectors.joining(", ")) + "] }";
  }

  private static String plain(String text) {
    return Typography.plain(text).strip().toLowerCase(Locale.ROOT);
  }
}
