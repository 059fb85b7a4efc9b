package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node of a model file and where it is. Asking for what is not there gives a missing node, so
 * that a damaged file is read as far as it goes.
 *
 * @param pointer its JSON pointer; empty for the root
 */
public record ModelNode(String pointer, JsonNode node) {
  /** The member with this name, missing if there is none. */
  public ModelNode at(String key) {
    var child = node.isObject() ? node.path(key) : MissingNode.getInstance();
    return new ModelNode(pointer + "/" + escape(key), child);
  }

  /** The members of an object or the items of an array; none of anything else. */
  public List<ModelNode> children() {
    var children = new ArrayList<ModelNode>();
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(key -> children.add(at(key)));
    }
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      children.add(new ModelNode(pointer + "/" + i, node.get(i)));
    }
    return children;
  }

  /** The last name or number of the pointer. */
  public String key() {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  /** What people call it: its key; of an item of a list the key of the list. */
  public String name() {
    var list = pointer.replaceFirst("(/[0-9]+)+$", "");
    return list.isEmpty() ? key() : new ModelNode(list, node).key();
  }

  /** Whether the file has it. */
  public boolean exists() {
    return !node.isMissingNode();
  }

  /** The text that it is, or empty if it is none. */
  public Optional<String> text() {
    return Optional.of(node).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** The number in milli-points, or empty if it is none or too large or too fine. */
  public Optional<Long> milli() {
    return Optional.of(node).filter(JsonNode::isNumber).flatMap(Numbers::milli);
  }

  /** The duration in milliseconds, or empty if it is none. */
  public Optional<Long> millis() {
    return text().flatMap(DurationText::millis);
  }

  /** A name as a part of a JSON pointer. */
  public static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
