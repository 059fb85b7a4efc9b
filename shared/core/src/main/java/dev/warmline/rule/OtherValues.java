package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Digest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of an {@code anything-but}: texts, or numbers. A list of them may be long, and Event
 * Ruler goes through all of it whenever it looks at the field; here it is one look.
 *
 * @param areNumbers whether values are compared as numbers
 */
record OtherValues(boolean areNumbers, Set<String> values) {

  /**
   * Those that a match names.
   *
   * @throws IllegalArgumentException if they are not all texts or all numbers
   */
  static OtherValues of(JsonNode match) {
    var but = match.path(MatchKind.ANYTHING_BUT);
    var named = but.isArray() ? but.valueStream().toList() : List.of(but);
    var areNumbers = named.stream().allMatch(JsonNode::isNumber);
    if (match.size() != 1
        || named.isEmpty()
        || (!areNumbers && !named.stream().allMatch(JsonNode::isTextual))) {
      throw new IllegalArgumentException(
          "anything-but lists texts or numbers: { anything-but: [free, trial] }");
    }
    return new OtherValues(
        areNumbers,
        named.stream()
            .map(value -> areNumbers ? canonical(value.decimalValue()) : value.textValue())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether a value is another one; what is neither text nor number always is. */
  boolean allow(JsonNode value) {
    var known = areNumbers ? numberOf(value) : textOf(value);
    return known == null || !values.contains(known);
  }

  /** The same for equal ones. */
  String name() {
    return Digest.of(areNumbers + "\0" + String.join("\0", new TreeSet<>(values)));
  }

  private static @Nullable String numberOf(JsonNode value) {
    var number = value.isNumber() ? value : NumericText.number(value);
    return number == null ? null : canonical(number.decimalValue());
  }

  private static @Nullable String textOf(JsonNode value) {
    var digits = NumericText.text(value);
    return digits == null ? value.textValue() : digits.textValue();
  }

  private static String canonical(BigDecimal number) {
    return number.stripTrailingZeros().toString();
  }
}
