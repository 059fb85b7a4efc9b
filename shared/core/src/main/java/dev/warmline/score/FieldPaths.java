package dev.warmline.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Json;
import java.math.BigDecimal;
import java.util.Optional;

/** Finds values by paths such as {@code properties.title}. */
final class FieldPaths {
  private FieldPaths() {}

  /** The value at a path; empty if there is none or it is null. */
  static Optional<JsonNode> at(JsonNode object, String path) {
    var node = object.path(path);
    var rest = path;
    if (node.isMissingNode()) {
      node = object;
      for (var dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
        node = node.path(rest.substring(0, dot));
        rest = rest.substring(dot + 1);
      }
      node = node.path(rest);
    }
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  /** The value at a path as text; empty if there is none or it is blank. */
  static Optional<String> textAt(JsonNode object, String path) {
    return at(object, path).map(FieldPaths::text).filter(text -> !text.isBlank());
  }

  /** Equal values give equal texts; a text that looks like a number is none. */
  static String canonical(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toString()
        : Json.write(value);
  }

  /** A canonical value as a person reads it. */
  static String words(String canonical) {
    if (!canonical.startsWith("\"")) {
      return isNumber(canonical) ? new BigDecimal(canonical).toPlainString() : canonical;
    }
    try {
      return Json.read(canonical).asText();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not written by this class: " + canonical, e);
    }
  }

  private static boolean isNumber(String canonical) {
    return !canonical.isEmpty()
        && (canonical.charAt(0) == '-' || Character.isDigit(canonical.charAt(0)));
  }

  /** A value as a person reads it. */
  static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : Json.write(value);
  }
}
