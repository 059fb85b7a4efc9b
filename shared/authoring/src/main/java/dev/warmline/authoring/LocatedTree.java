package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file as a tree, with the place of every key and value.
 *
 * @param root what was read; as far as it goes after a syntax error
 * @param keys where the key of a member is, by JSON pointer
 * @param values where a value begins, by JSON pointer
 * @param flaws syntax errors, keys given twice, what is too large or too deep
 * @param source the text that was read; where it had syntax errors, as it was probably meant
 */
record LocatedTree(
    JsonNode root,
    Map<String, Spot> keys,
    Map<String, Spot> values,
    List<Flaw> flaws,
    SourceText source) {

  /** A line and a column, both from 1. */
  record Spot(int line, int column) {
    static final Spot START = new Spot(1, 1);
  }

  /** A fault of the text itself. */
  record Flaw(Spot spot, String pointer, String message, Optional<String> suggestion) {}

  /** Whether a value stands in quotes. */
  boolean isQuoted(String pointer) {
    return Optional.ofNullable(values.get(pointer))
        .filter(spot -> "\"'".indexOf(source.at(spot)) >= 0)
        .isPresent();
  }

  /** Where a finding about this node points to: a plain value itself, the key of a block. */
  Spot spotOf(String pointer) {
    var plain = root.at(pointer).isValueNode();
    var found = plain ? values.get(pointer) : keys.getOrDefault(pointer, values.get(pointer));
    return Optional.ofNullable(found).orElseGet(() -> parentSpot(pointer));
  }

  /** Where the key of this member is. */
  Spot keySpotOf(String pointer) {
    return Optional.ofNullable(keys.get(pointer)).orElseGet(() -> spotOf(pointer));
  }

  private Spot parentSpot(String pointer) {
    var slash = pointer.lastIndexOf('/');
    return slash < 0 ? Spot.START : spotOf(pointer.substring(0, slash));
  }
}
