package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The match that was meant by one that Event Ruler refuses, as it would stand in the file. */
final class MatchGuess {
  private static final Synonyms WORDS = Synonyms.in("matches.txt");

  private MatchGuess() {}

  static Optional<String> of(JsonNode match) {
    if (!match.isObject() || match.isEmpty()) {
      return Optional.empty();
    }
    var numbers = comparison(match);
    if (numbers.isPresent()) {
      return numbers;
    }
    var first = match.properties().iterator().next();
    return match.size() > 1 ? Optional.empty() : of(first.getKey(), first.getValue());
  }

  private static Optional<String> of(String written, JsonNode value) {
    if (written.equals("numeric")) {
      return Comparison.numeric(value);
    }
    var text = value.asText();
    return switch (WORDS.of(written).stream().findFirst().orElse(written)) {
      case "regex" -> RegexGuess.of(text);
      case "contains" ->
          Optional.of(Wildcards.match("*" + text.replaceAll("^[%*]+|[%*]+$", "") + "*"));
      case "prefix" -> Optional.of("{ prefix: " + Quoting.plainly(text) + " }");
      case "suffix" -> Optional.of("{ suffix: " + Quoting.plainly(text) + " }");
      case "equals-ignore-case" ->
          Optional.of("{ equals-ignore-case: " + Quoting.plainly(text) + " }");
      case "anything-but" -> Optional.of("{ anything-but: [" + values(value) + "] }");
      case "equals", "one" -> Optional.of(values(value));
      case "between" -> value.isArray() ? range(value) : Comparison.loosely(text);
      case "exists" -> Optional.of("{ exists: " + !isNo(text) + " }");
      case "missing" -> Optional.of("{ exists: " + isNo(text) + " }");
      case "has-word" -> Optional.of("{ has-word: [" + values(value) + "] }");
      default -> Optional.empty();
    };
  }

  private static boolean isNo(String text) {
    return List.of("false", "no", "0", "off").contains(text.toLowerCase(Locale.ROOT));
  }

  private static String values(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(MatchGuess::plainly)
            .collect(Collectors.joining(", "))
        : plainly(value);
  }

  private static String plainly(JsonNode value) {
    return value.isTextual() ? Quoting.plainly(value.textValue()) : value.toString();
  }

  private static Optional<String> range(JsonNode value) {
    return value.size() == 2
        ? Comparison.loosely(value.get(0).asText() + "-" + value.get(1).asText())
        : Optional.empty();
  }

  /** A match whose every word compares with a number: {@code { min: 50, max: 200 }}. */
  private static Optional<String> comparison(JsonNode match) {
    var parts = new ArrayList<String[]>();
    for (var property : match.properties()) {
      var sign = Comparison.sign(property.getKey());
      if (sign.isEmpty() || !Comparison.isNumber(property.getValue().asText())) {
        return Optional.empty();
      }
      parts.add(new String[] {sign.get(), Comparison.digits(property.getValue().asText())});
    }
    return Optional.of(Comparison.sorted(parts));
  }
}
