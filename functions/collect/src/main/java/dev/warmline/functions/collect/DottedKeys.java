package dev.warmline.functions.collect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Query keys such as {@code properties.subject} as the object they stand for. */
final class DottedKeys {
  private static final int DEEPEST = 8;

  private DottedKeys() {}

  /** The object; every value is a text, and of a key given twice the first value counts. */
  static ObjectNode of(Map<String, List<String>> query) {
    var root = JsonNodeFactory.instance.objectNode();
    query.forEach(
        (key, values) -> values.stream().findFirst().ifPresent(value -> put(root, key, value)));
    return root;
  }

  private static void put(ObjectNode root, String key, String value) {
    var names = key.split("\\.", DEEPEST);
    var object = root;
    for (var i = 0; i < names.length - 1; i++) {
      var name = names[i];
      object = object.get(name) instanceof ObjectNode inner ? inner : object.putObject(name);
    }
    object.put(names[names.length - 1], value);
  }
}
