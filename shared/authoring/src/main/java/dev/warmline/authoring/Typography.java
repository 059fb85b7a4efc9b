package dev.warmline.authoring;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Characters that word processors and keyboards write where a plain one is meant. */
final class Typography {
  private static final String SPACES =
      "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F"
          + "\u3000";
  private static final String INVISIBLE = "\u00AD\u200B\u200C\u200D\u2060\uFEFF";
  private static final String DOUBLE_QUOTES =
      "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\u301D\u301E\u301F";
  private static final String SINGLE_QUOTES = "\u2018\u2019\u201A\u201B\u2039\u203A\u2032\u00B4";
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63";
  private static final Map<Character, String> OTHERS =
      Map.of('\u2026', "...", '\u3001', ",", '\u3002', ".", '\u3010', "[", '\u3011', "]");
  private static final char FIRST_WIDE = '\uFF01';
  private static final char LAST_WIDE = '\uFF5E';
  private static final int WIDTH = FIRST_WIDE - '!';

  private Typography() {}

  /** What the character is, with its article; empty for a plain one. */
  static Optional<String> name(char c) {
    var code = " (U+%04X)".formatted((int) c);
    if (c == '\u00A0' || c == '\u202F') {
      return Optional.of("a non-breaking space" + code);
    }
    if (SPACES.indexOf(c) >= 0) {
      return Optional.of("a typographic space" + code);
    }
    if (INVISIBLE.indexOf(c) >= 0) {
      return Optional.of("an invisible character" + code);
    }
    return kind(c).map(kind -> kind + " " + c + code);
  }

  private static Optional<String> kind(char c) {
    if (isQuote(c)) {
      return Optional.of("a curly quote");
    }
    if (DASHES.indexOf(c) >= 0) {
      return Optional.of("a typographic dash");
    }
    if (c >= FIRST_WIDE && c <= LAST_WIDE) {
      return Optional.of("a full-width character");
    }
    return OTHERS.containsKey(c) ? Optional.of("a typographic character") : Optional.empty();
  }

  static boolean isQuote(char c) {
    return DOUBLE_QUOTES.indexOf(c) >= 0 || SINGLE_QUOTES.indexOf(c) >= 0;
  }

  /** Whether it looks like a blank or like nothing, but is none. */
  static boolean isOddSpace(char c) {
    return SPACES.indexOf(c) >= 0 || INVISIBLE.indexOf(c) >= 0;
  }

  /** The plain character or characters that were meant. */
  static String plain(char c) {
    if (SPACES.indexOf(c) >= 0) {
      return " ";
    }
    if (INVISIBLE.indexOf(c) >= 0) {
      return "";
    }
    if (isQuote(c)) {
      return DOUBLE_QUOTES.indexOf(c) >= 0 ? "\"" : "'";
    }
    if (DASHES.indexOf(c) >= 0) {
      return "-";
    }
    return c >= FIRST_WIDE && c <= LAST_WIDE
        ? String.valueOf((char) (c - WIDTH))
        : OTHERS.getOrDefault(c, String.valueOf(c));
  }

  /** The text in plain characters; digits of other scripts as those of ASCII. */
  static String plain(String text) {
    return text.chars()
        .mapToObj(c -> Character.isDigit(c) ? "" + Character.digit(c, 10) : plain((char) c))
        .collect(Collectors.joining());
  }

  /** The text without the quotes, curly or straight, and the blanks that it is wrapped in. */
  static String unwrapped(String text) {
    return plain(text).replaceAll("^[\\s\"'`]+|[\\s\"'`]+$", "");
  }

  /** The text as a word to compare: plain, lower case, without what separates. */
  static String word(String text) {
    return unwrapped(text).toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
  }
}
