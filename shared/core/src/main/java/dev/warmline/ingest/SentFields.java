package dev.warmline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.Profile;
import java.util.Optional;

/** Reads single fields of what was sent. {@code null} is absent; a wrong type is a reason. */
final class SentFields {
  private SentFields() {}

  /**
   * An id: a text or a number; absent if it names nobody.
   *
   * @throws InvalidEvent if it is of another type or longer than allowed
   */
  static Optional<String> id(JsonNode json, String key, int maxLength) {
    return text(json, key, maxLength).map(String::strip).filter(id -> !Profile.isNobody(id));
  }

  /**
   * A text, or a number as a text.
   *
   * @throws InvalidEvent if it is of another type or longer than allowed
   */
  static Optional<String> text(JsonNode json, String key, int maxLength) {
    var node = json.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual() && !node.isNumber()) {
      throw new InvalidEvent(key + " must be a text");
    }
    var text = written(node);
    if (text.length() > maxLength) {
      throw new InvalidEvent(key + " is over " + maxLength + " characters");
    }
    return Optional.of(text);
  }

  /** A value as a text: a number always in one way, whatever notation it was sent in. */
  static String written(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.asText();
  }

  /**
   * An object; empty if there is none. An empty array counts as an empty object: PHP sends that.
   *
   * @throws InvalidEvent if it is anything else
   */
  static ObjectNode object(JsonNode json, String key) {
    var node = json.path(key);
    if (node instanceof ObjectNode object) {
      return object;
    }
    if (node.isMissingNode() || node.isNull() || (node.isArray() && node.isEmpty())) {
      return JsonNodeFactory.instance.objectNode();
    }
    throw new InvalidEvent(key + " must be an object");
  }

  /** Both, where the second has the last word on each key. */
  static ObjectNode merged(JsonNode below, JsonNode above) {
    var merged = JsonNodeFactory.instance.objectNode();
    if (below instanceof ObjectNode object) {
      merged.setAll(object);
    }
    if (above instanceof ObjectNode object) {
      merged.setAll(object);
    }
    return merged;
  }
}
