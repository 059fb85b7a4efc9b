package dev.warmline.authoring;

import java.util.regex.Pattern;

/** Texts as they stand in YAML: plain where they can be, else in quotes. */
final class Quoting {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/][A-Za-z0-9_./ -]*[A-Za-z0-9_/]|[A-Za-z/]");
  private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private Quoting() {}

  /** In double quotes. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Without quotes if it means the same text within brackets. */
  static String plainly(String text) {
    var plain = PLAIN.matcher(text).matches() && !WORD.matcher(text).matches();
    return plain ? text : quoted(text);
  }
}
