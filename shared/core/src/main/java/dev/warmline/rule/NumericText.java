package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that are plain JSON numbers, and numbers as such texts. */
final class NumericText {
  private static final int LONGEST = 40;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  private NumericText() {}

  /** The number that a text is; null for any other value. */
  static @Nullable JsonNode number(JsonNode value) {
    return isNumber(value) ? DecimalNode.valueOf(new BigDecimal(value.textValue())) : null;
  }

  /** The digits of a number; null for any other value, and where there would be too many. */
  static @Nullable JsonNode text(JsonNode value) {
    return value.isNumber() && Math.abs(value.decimalValue().scale()) <= LONGEST
        ? TextNode.valueOf(value.decimalValue().stripTrailingZeros().toPlainString())
        : null;
  }

  private static boolean isNumber(JsonNode value) {
    if (!value.isTextual()) {
      return false;
    }
    var text = value.textValue();
    return !text.isEmpty()
        && text.length() <= LONGEST
        && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)))
        && NUMBER.matcher(text).matches();
  }
}
