package dev.warmline.handoff;

import java.util.List;

/** Text for Slack: escaped, and cut so that no entity is broken. */
public final class SlackText {
  private static final String CUT = "\u2026";

  private SlackText() {}

  /** The text with {@code & < >} escaped, at most {@code max} characters when escaped. */
  public static String escape(String text, int max) {
    var escaped = new StringBuilder();
    for (var point : text.codePoints().toArray()) {
      var next = entity(point);
      if (escaped.length() + next.length() > max - CUT.length()) {
        var whole = escape(text);
        return whole.length() <= max ? whole : escaped.append(CUT).toString();
      }
      escaped.append(next);
    }
    return escaped.toString();
  }

  /** A bold heading with one line each, at most {@code max} characters; the last lines go first. */
  static String list(String heading, List<String> lines, int max) {
    var text = new StringBuilder("*" + escape(heading, max / 2) + "*");
    for (var line : lines) {
      var next = "\n\u2022 " + escape(line, max / 2);
      if (text.length() + next.length() > max - CUT.length() - 1) {
        return text.append("\n" + CUT).toString();
      }
      text.append(next);
    }
    return text.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String entity(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> Character.toString(point);
    };
  }
}
