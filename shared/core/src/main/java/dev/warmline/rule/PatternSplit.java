package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Splits a pattern into patterns of which none holds two {@linkplain MatchKind kinds} of matches
 * for one field. A document matches the pattern if it matches any of them: the elements of a
 * field's array are alternatives.
 */
final class PatternSplit {
  /** Fields that are split; each multiplies the patterns. */
  private static final int MOST_FIELDS = 5;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String path;
  private final MatchKind kept;

  private PatternSplit(String path, MatchKind kept) {
    this.path = path;
    this.kept = kept;
  }

  /**
   * The parts; the pattern itself if there is nothing to split.
   *
   * @throws IllegalArgumentException if too many fields mix kinds
   */
  static List<ObjectNode> of(ObjectNode pattern) {
    var mixed =
        PatternKinds.of(pattern).byPath().entrySet().stream()
            .filter(field -> field.getValue().size() > 1)
            .toList();
    if (mixed.size() > MOST_FIELDS) {
      throw new IllegalArgumentException(
          "more than " + MOST_FIELDS + " of its fields mix words, ranges and plain values");
    }
    var parts = List.of(pattern);
    for (var field : mixed) {
      parts = parts.stream().flatMap(part -> each(part, field.getKey(), field.getValue())).toList();
    }
    return parts;
  }

  private static Stream<ObjectNode> each(ObjectNode pattern, String path, Set<MatchKind> kinds) {
    return kinds.stream().flatMap(kind -> new PatternSplit(path, kind).block(pattern, "").stream());
  }

  /** What is left of a block, or empty if nothing can match it any more. */
  private Optional<ObjectNode> block(JsonNode block, String prefix) {
    var left = JSON.objectNode();
    for (var property : block.properties()) {
      var value = entry(property.getKey(), property.getValue(), prefix);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      left.set(property.getKey(), value.get());
    }
    return Optional.of(left);
  }

  private Optional<? extends JsonNode> entry(String key, JsonNode value, String prefix) {
    if (PatternKinds.areAlternatives(key, value)) {
      return alternatives(value, prefix);
    }
    if (value.isObject()) {
      return block(value, prefix + key + ".");
    }
    return value.isArray() && path.equals(prefix + key) ? matches(value) : Optional.of(value);
  }

  private Optional<ArrayNode> alternatives(JsonNode alternatives, String prefix) {
    var left = JSON.arrayNode();
    alternatives.forEach(one -> block(one, prefix).ifPresent(left::add));
    if (left.size() == 1) {
      left.add(left.get(0)); // Event Ruler wants two or more
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(left);
  }

  private Optional<ArrayNode> matches(JsonNode matches) {
    var left = JSON.arrayNode();
    matches.forEach(
        match -> {
          if (MatchKind.of(match) == kept) {
            left.add(match);
          }
        });
    return left.isEmpty() ? Optional.empty() : Optional.of(left);
  }
}
