package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** Finds values by paths such as {@code properties.title}. */
final class Fields {
  private Fields() {}

  /**
   * The value at a path; empty if there is none or it is null. Numbers and truth values are given
   * as their text: forms and pixels send texts.
   */
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
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    return Optional.of(node.isValueNode() ? TextNode.valueOf(node.asText()) : node);
  }

  /** The value at a path as text; empty if there is none or it is blank. */
  static Optional<String> textAt(JsonNode object, String path) {
    return at(object, path)
        .map(node -> node.isTextual() ? node.textValue() : node.toString())
        .filter(text -> !text.isBlank());
  }
}
