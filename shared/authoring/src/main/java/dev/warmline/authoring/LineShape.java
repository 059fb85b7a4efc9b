package dev.warmline.authoring;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Which characters of a line of YAML are text in quotes, a comment, or neither.
 *
 * @param plain the characters that are neither
 * @param comment where a comment begins; the length of the line if there is none
 * @param openQuote where a quote begins that is not closed in this line; -1 if all are
 */
record LineShape(String text, BitSet plain, int comment, int openQuote) {
  private static final Pattern NEXT_KEY = Pattern.compile(",\\s*[\\w-]+\\s*:(\\s|$)");

  static LineShape of(String line) {
    var plain = new BitSet(line.length());
    var quote = -1;
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (quote >= 0) {
        if (c == '\\' && line.charAt(quote) == '"') {
          i++;
        } else if (c == line.charAt(quote)) {
          quote = -1;
        }
      } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
        return new LineShape(line, plain, i, -1);
      } else if ((c == '"' || c == '\'') && beginsValue(line, i)) {
        quote = i;
      } else {
        plain.set(i);
      }
    }
    return new LineShape(line, plain, line.length(), quote);
  }

  /** A quote within words is only an apostrophe. */
  private static boolean beginsValue(String line, int at) {
    var before = line.substring(0, at).stripTrailing();
    var last = before.isEmpty() ? ',' : before.charAt(before.length() - 1);
    return "[{,".indexOf(last) >= 0 || (":-?".indexOf(last) >= 0 && before.length() < at);
  }

  int indent() {
    return text.length() - text.stripLeading().length();
  }

  /** How many brackets are open at a place, of those that this line opens. */
  int depth(int at) {
    var depth = 0;
    for (var i = plain.nextSetBit(0); i >= 0 && i < at; i = plain.nextSetBit(i + 1)) {
      var c = text.charAt(i);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      depth = Math.max(0, depth);
    }
    return depth;
  }

  /** The innermost bracket that is open at a place; a blank if none is. */
  char opener(int at) {
    var closed = 0;
    for (var i = Math.min(at, text.length()) - 1; i >= 0; i--) {
      var c = plain.get(i) ? text.charAt(i) : ' ';
      closed += c == '}' || c == ']' ? 1 : 0;
      if ((c == '{' || c == '[') && closed-- == 0) {
        return c;
      }
    }
    return ' ';
  }

  /**
   * Where the value ends that begins at a place and was meant as a text: before the next key, or
   * before the brackets that close what this line opened.
   */
  int endOfText(int start, int limit) {
    var opener = opener(start);
    if (opener == '[') {
      var end = indexOfAny(",]", start, limit);
      return endWithoutBlanks(start, end < 0 ? limit : end);
    }
    var next = NEXT_KEY.matcher(text).region(start, limit);
    if (opener == '{' && next.find()) {
      return endWithoutBlanks(start, next.start());
    }
    var end = limit;
    for (var depth = depth(start); depth > 0; depth--) {
      var last = endWithoutBlanks(start, end) - 1;
      if (last <= start || "}]".indexOf(text.charAt(last)) < 0) {
        break;
      }
      end = last;
    }
    return endWithoutBlanks(start, end);
  }

  private int indexOfAny(String characters, int from, int to) {
    for (var i = from; i < to; i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private int endWithoutBlanks(int start, int end) {
    return start + text.substring(start, Math.max(start, end)).stripTrailing().length();
  }

  /** The line with other text between two places. */
  String with(int from, int to, String other) {
    return text.substring(0, from) + other + text.substring(to);
  }
}
