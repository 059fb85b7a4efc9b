package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Lines of an explanation, cut to the keys that a case is about. */
final class Lines {
  private static final Set<String> ALWAYS = Set.of("rule", "adjustment", "clamp", "points");

  private Lines() {}

  /** The lines with what names them, their points, and the keys that the expected lines name. */
  static JsonNode like(JsonNode lines, JsonNode expected) {
    var keys = new TreeSet<>(ALWAYS);
    expected.forEach(line -> line.fieldNames().forEachRemaining(keys::add));
    var cut = JsonNodeFactory.instance.arrayNode();
    for (var line : lines) {
      var kept = cut.addObject();
      for (var property : line.properties()) {
        if (keys.contains(property.getKey())
            && isNamed(expected, cut.size() - 1, property.getKey())) {
          kept.set(property.getKey(), property.getValue());
        }
      }
    }
    return cut;
  }

  private static boolean isNamed(JsonNode expected, int index, String key) {
    return ALWAYS.contains(key) || expected.path(index).has(key);
  }

  /** Whether two lists or blocks of the same size have the same parts. */
  static boolean isSame(JsonNode expected, JsonNode found, BiPredicate<JsonNode, JsonNode> isSame) {
    if (expected.isArray()) {
      for (var i = 0; i < expected.size(); i++) {
        if (!isSame.test(expected.get(i), found.path(i))) {
          return false;
        }
      }
      return found.isArray();
    }
    return expected.properties().stream()
        .allMatch(part -> isSame.test(part.getValue(), found.path(part.getKey())));
  }
}
