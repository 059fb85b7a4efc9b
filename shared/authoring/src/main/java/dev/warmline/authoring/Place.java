package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A node of a model file and where it is. Asking for what is not there gives a missing place, so
 * that checks read a damaged file as far as it goes.
 *
 * @param pointer its JSON pointer; empty for the root
 */
record Place(String pointer, JsonNode node) {

  /** The member with this name, missing if there is none. */
  Place at(String key) {
    var child = node.isObject() ? node.path(key) : MissingNode.getInstance();
    return new Place(pointer + "/" + escape(key), child);
  }

  /** The members of an object or the items of an array; none of anything else. */
  List<Place> children() {
    var children = new ArrayList<Place>();
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(key -> children.add(at(key)));
    } else if (node.isArray()) {
      for (var i = 0; i < node.size(); i++) {
        children.add(new Place(pointer + "/" + i, node.get(i)));
      }
    }
    return children;
  }

  /** The last name or number of the pointer. */
  String key() {
    return unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  boolean exists() {
    return !node.isMissingNode();
  }

  Optional<String> text() {
    return present(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** The number in milli-points, or empty if it is none or too large or too fine. */
  Optional<Long> milli() {
    return present(JsonNode::isNumber).flatMap(Numbers::milli);
  }

  /** The duration in milliseconds, or empty if it is none. */
  Optional<Long> millis() {
    return text().flatMap(DurationText::millis);
  }

  private Optional<JsonNode> present(Predicate<JsonNode> kind) {
    return Optional.of(node).filter(kind);
  }

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static String unescape(String key) {
    return key.replace("~1", "/").replace("~0", "~");
  }
}
