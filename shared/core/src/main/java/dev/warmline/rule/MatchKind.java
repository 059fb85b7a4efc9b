package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Kinds of matches that one Event Ruler machine must not hold for the same field, because they look
 * at it in different {@linkplain FieldForm forms} or because version 2.1.0 then finds patterns that
 * do not match and misses others: {@code wildcard} beside {@code equals-ignore-case}, {@code
 * numeric} or {@code cidr} beside a plain value.
 */
enum MatchKind {
  /** Plain values, beginnings, endings, wildcards, and whatever else gets on with them. */
  VALUE(FieldForm.BOTH),
  /** Numbers in a range, and texts in whatever case. */
  RANGE(FieldForm.BOTH),
  /** Ranges of network addresses. */
  NETWORK(FieldForm.BOTH),
  /** Whole words. */
  WORD(FieldForm.WORDS),
  /** Parts of a text in whatever case. */
  PART(FieldForm.FOLDED),
  /** Anything but texts of a form, such as a beginning. */
  NO_TEXT(FieldForm.TEXT),
  /** Anything but these values. */
  OTHER(FieldForm.OTHER);

  /** The match of whole words. */
  static final String HAS_WORD = "has-word";

  /** The match of a part of a text. */
  static final String CONTAINS = "contains";

  /** The match of all values but some. */
  static final String ANYTHING_BUT = "anything-but";

  private final FieldForm form;

  MatchKind(FieldForm form) {
    this.form = form;
  }

  /** How it looks at a field. */
  FieldForm form() {
    return form;
  }

  /** The kind of one element of a field's array. */
  static MatchKind of(JsonNode match) {
    if (!(match instanceof ObjectNode object)) {
      return VALUE;
    }
    if (object.has(HAS_WORD)) {
      return WORD;
    }
    if (object.has(CONTAINS)) {
      return PART;
    }
    if (object.has("cidr")) {
      return NETWORK;
    }
    if (object.has("numeric") || ignoresCase(object)) {
      return RANGE;
    }
    var but = object.path(ANYTHING_BUT);
    return but.isMissingNode() ? VALUE : but.isObject() ? NO_TEXT : OTHER;
  }

  private static boolean ignoresCase(ObjectNode match) {
    return match.has("equals-ignore-case")
        || match.properties().stream()
            .anyMatch(property -> property.getValue().has("equals-ignore-case"));
  }
}
