package dev.warmline.authoring;

/** Texts with stars, as the simplest match that says the same. */
final class Wildcards {
  private Wildcards() {}

  /** The match for a text with stars at its ends or within it. */
  static String match(String text) {
    var starts = text.startsWith("*");
    var ends = text.endsWith("*");
    var core = text.replaceAll("^\\*+|\\*+$", "");
    return match(core, starts, ends);
  }

  /** The match for a text that something may come before or follow. */
  static String match(String core, boolean openStart, boolean openEnd) {
    if (core.isEmpty()) {
      return "{ exists: true }";
    }
    if (core.indexOf('*') >= 0) {
      return "{ wildcard: "
          + Quoting.quoted((openStart ? "*" : "") + core + (openEnd ? "*" : ""))
          + " }";
    }
    var plain = Quoting.plainly(core);
    if (openStart && openEnd) {
      return "{ contains: " + plain + " }";
    }
    return openStart ? "{ suffix: " + plain + " }" : openEnd ? "{ prefix: " + plain + " }" : plain;
  }
}
