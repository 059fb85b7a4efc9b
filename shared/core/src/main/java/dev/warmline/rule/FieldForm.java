package dev.warmline.rule;

/** The ways in which matches look at the value of a field. */
enum FieldForm {
  /** As it is; a number also as text, and a text that is a number as both. */
  BOTH(""),
  /** As text, where it is a number. */
  TEXT("\0text"),
  /** As a number, where it is a text that is one. */
  NUMBER("\0number"),
  /** Its words and phrases, in one case. */
  WORDS("\0words"),
  /** As text in one case. */
  FOLDED("\0folded");

  private final String suffix;

  FieldForm(String suffix) {
    this.suffix = suffix;
  }

  /** Under which name a field stands in this form. */
  String name(String field) {
    return suffix.isEmpty() ? field : field + suffix;
  }
}
