package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which {@linkplain MatchKind kinds} of matches a pattern holds for each field. */
final class PatternKinds {
  private static final String OR = "$or";

  private final Map<String, Set<MatchKind>> byPath = new TreeMap<>();

  private PatternKinds() {}

  static PatternKinds of(ObjectNode pattern) {
    var kinds = new PatternKinds();
    kinds.collect(pattern, "");
    return kinds;
  }

  /** The kinds of each field, by its path with dots. */
  Map<String, Set<MatchKind>> byPath() {
    return byPath;
  }

  /** Whether any field is looked at for words or parts of texts. */
  boolean haveWords() {
    return byPath.values().stream()
        .anyMatch(kinds -> kinds.contains(MatchKind.WORD) || kinds.contains(MatchKind.PART));
  }

  /** Whether an entry of a pattern is a list of alternatives, not a field. */
  static boolean areAlternatives(String key, JsonNode value) {
    return key.equals(OR) && value.isArray() && all(value.iterator());
  }

  private static boolean all(Iterator<JsonNode> elements) {
    while (elements.hasNext()) {
      if (!elements.next().isObject()) {
        return false;
      }
    }
    return true;
  }

  private void collect(JsonNode block, String path) {
    for (var property : block.properties()) {
      var value = property.getValue();
      if (areAlternatives(property.getKey(), value)) {
        value.forEach(alternative -> collect(alternative, path));
      } else if (value instanceof ObjectNode) {
        collect(value, path + property.getKey() + ".");
      } else if (value instanceof ArrayNode matches) {
        var kinds =
            byPath.computeIfAbsent(path + property.getKey(), _ -> EnumSet.noneOf(MatchKind.class));
        matches.forEach(match -> kinds.add(MatchKind.of(match)));
      }
    }
  }
}
