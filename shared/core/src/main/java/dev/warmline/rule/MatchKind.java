package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Kinds of matches that one Event Ruler machine must not hold for the same field. Version 2.1.0
 * then finds patterns that do not match and misses others: {@code wildcard} beside {@code
 * equals-ignore-case}, {@code numeric} or {@code cidr} beside a plain value.
 */
enum MatchKind {
  /** Plain values, beginnings, endings, wildcards, and whatever else gets on with them. */
  VALUE,
  /** Numbers in a range, and texts in whatever case. */
  RANGE,
  /** Ranges of network addresses. */
  NETWORK;

  /** The kind of one element of a field's array. */
  static MatchKind of(JsonNode match) {
    if (!(match instanceof ObjectNode object)) {
      return VALUE;
    }
    if (object.has("cidr")) {
      return NETWORK;
    }
    return object.has("numeric") || ignoresCase(object) ? RANGE : VALUE;
  }

  private static boolean ignoresCase(ObjectNode match) {
    return match.has("equals-ignore-case")
        || match.properties().stream()
            .anyMatch(property -> property.getValue().has("equals-ignore-case"));
  }
}
