package dev.warmline.event;

import java.util.Locale;
import java.util.Set;

/**
 * Ids that name nobody. Clients send them where they have none; they would make one lead of all
 * strangers. Only what can be nobody's id is one.
 */
final class NobodyIds {
  private static final Set<String> WORDS =
      Set.of(
          "null",
          "(null)",
          "<null>",
          "nil",
          "<nil>",
          "undefined",
          "(undefined)",
          "none",
          "(none)",
          "not set",
          "(not set)",
          "not_set",
          "nan",
          "n/a",
          "true",
          "false",
          "unknown",
          "guest",
          "anonymous",
          "not_authenticated",
          "id",
          "email",
          "user_id",
          "userid",
          "anonymous_id",
          "anonymousid",
          "distinct_id",
          "distinctid",
          "[object object]",
          "[object undefined]",
          "[object null]");
  private static final String QUOTES = "'\"`´‘’‚“”„«»";

  private NobodyIds() {}

  /** Whether an id is one of these, in any case, with blanks or quotes around it. */
  static boolean contain(String id) {
    var bare = bare(id);
    return WORDS.contains(bare) || hasNoName(bare) || isZero(bare) || isPlaceholder(bare);
  }

  private static String bare(String id) {
    var from = 0;
    var to = id.length();
    while (from < to && isAround(id.charAt(from))) {
      from++;
    }
    while (from < to && isAround(id.charAt(to - 1))) {
      to--;
    }
    return id.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean isAround(char character) {
    return QUOTES.indexOf(character) >= 0 || Blanks.isBlank(character);
  }

  /** No letter and no digit in it: empty, {@code -}, {@code {}}. */
  private static boolean hasNoName(String id) {
    return id.codePoints()
        .noneMatch(it -> Character.isLetterOrDigit(it) || it > Character.MAX_VALUE);
  }

  /** Nothing in whatever notation: {@code 0}, {@code 0.0}, the UUID of zeros; and minus one. */
  private static boolean isZero(String id) {
    return id.equals("-1") || id.chars().allMatch(it -> "0-.{}".indexOf(it) >= 0);
  }

  /** What a template left unfilled: {@code {{user.id}}}, {@code ${id}}, {@code *|ID|*}. */
  private static boolean isPlaceholder(String id) {
    return (id.startsWith("{{") && id.endsWith("}}"))
        || (id.startsWith("${") && id.endsWith("}"))
        || (id.startsWith("*|") && id.endsWith("|*"));
  }
}
