package dev.warmline.handoff;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes text that strangers typed safe to put before a salesperson: one line, bounded, without
 * characters that hide or reorder others, and without links that a mail program would make of it.
 */
final class VisitorText {
  private static final int LONGEST_READ = 4_096;
  private static final String DOTS = ".\u3002\uff0e\uff61";
  private static final Pattern LINKING_DOT =
      Pattern.compile("(?<=[\\p{L}\\p{N}\\p{M}_-])[" + DOTS + "](?=\\p{L}\\p{M}*\\p{L})");
  private static final Pattern SCHEME = Pattern.compile(":(?=[/\\\\\uff0f]{2})");
  private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]+");
  private static final Pattern BLANKS = Pattern.compile(" {2,}");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>\"'(),:;\\\\\\[\\]/]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  private VisitorText() {}

  /**
   * The text as one trimmed line of at most {@code max} characters: line ends and other control
   * characters become blanks; invisible, private and broken characters are dropped.
   */
  static String clean(String text, int max) {
    var read = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
    var line = new StringBuilder(read.length());
    read.codePoints().forEach(point -> append(line, point));
    return cut(line.toString().strip(), max, "\u2026");
  }

  /** The text cut to {@code max} characters, never within one; {@code end} marks the cut. */
  static String cut(String text, int max, String end) {
    if (text.length() <= max) {
      return text;
    }
    var keep = max - end.length();
    if (Character.isHighSurrogate(text.charAt(keep - 1))) {
      keep--;
    }
    return text.substring(0, keep).stripTrailing() + end;
  }

  /** The text with everything in it that a program could turn into a link written apart. */
  static String defuse(String text) {
    return LINKING_DOT.matcher(SCHEME.matcher(text).replaceAll("[:]")).replaceAll("[.]");
  }

  /** An e-mail address stays as it is, for people to click; anything else is defused. */
  static String defuseUnlessAddress(String text) {
    return ADDRESS.matcher(text).matches() ? text : defuse(text);
  }

  /** The text in printable ASCII: accents are taken off, what has no like is dropped. */
  static String ascii(String text) {
    var spelled =
        text.replace("\u00df", "ss")
            .replace("\u00e6", "ae")
            .replace("\u00c6", "Ae")
            .replace("\u00f8", "o")
            .replace("\u00d8", "O")
            .replace("\u0142", "l")
            .replace("\u0141", "L")
            .replace("\u2019", "'")
            .replace("\u2013", "-")
            .replace("\u2014", "-")
            .replace("\u2026", "...");
    var plain = Normalizer.normalize(spelled, Normalizer.Form.NFKD);
    return BLANKS.matcher(NOT_ASCII.matcher(plain).replaceAll("")).replaceAll(" ").strip();
  }

  private static void append(StringBuilder line, int point) {
    switch (Character.getType(point)) {
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR -> {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      }
      default -> line.appendCodePoint(point);
    }
  }
}
