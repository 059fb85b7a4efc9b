package dev.warmline.rule;

/** The ways in which matches look at the value of a field. */
enum FieldForm {
  /** As it is; a number also as text, and a text that is a number as both. */
  BOTH(""),
  /** As text, where it is a number. */
  TEXT("\0text"),
  /** Its words and phrases, in one case. */
  WORDS("\0words"),
  /** As text in one case. */
  FOLDED("\0folded"),
  /** Of which {@linkplain OtherValues lists of values} it is none, by their names. */
  OTHER("\0other");

  private final String suffix;

  FieldForm(String suffix) {
    this.suffix = suffix;
  }

  /** Under which name a field stands in this form. */
  String name(String field) {
    return suffix.isEmpty() ? field : field + suffix;
  }
}
