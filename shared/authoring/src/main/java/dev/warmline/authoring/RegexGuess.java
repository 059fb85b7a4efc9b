package dev.warmline.authoring;

import java.util.Optional;
import java.util.regex.Pattern;

/** A regular expression, which patterns do not know, as the match that says the same. */
final class RegexGuess {
  private static final Pattern LOOKS_SO =
      Pattern.compile(
          ".*(\\.\\*|\\.\\+|\\\\[dwsb./]|\\[[^\\]]+][+*]|\\(\\?|\\([^)]*\\|[^)]*\\)).*|\\^.+|.*[^$]\\$|/\\^.*/i?");

  private RegexGuess() {}

  /** Whether a plain text looks like one. */
  static boolean isLike(String text) {
    return LOOKS_SO.matcher(text).matches();
  }

  /** The match, or several of a list, that it was meant as; empty if there is none. */
  static Optional<String> of(String regex) {
    var text = regex.replaceFirst("^/(\\^.*)/i?$", "$1").replaceFirst("^\\(\\?i\\)", "");
    var atStart = text.startsWith("^");
    var atEnd = text.endsWith("$");
    var core = text.substring(atStart ? 1 : 0, text.length() - (atEnd ? 1 : 0));
    var openStart = !atStart || core.matches("\\.[*+].*");
    var openEnd = !atEnd || core.matches(".*\\.[*+]");
    core = core.replaceAll("^(\\(?\\.[*+]\\)?)+|(\\(?\\.[*+]\\)?)+$", "");
    var wildcard = core.replaceAll("\\.[*+]", "*").replaceAll("\\\\(.)", "$1");
    if (wildcard.isEmpty()
        || core.replaceAll("\\\\[./-]", "").matches(".*[\\[\\](){}|+?\\\\^$].*")) {
      return Optional.empty();
    }
    return Optional.of(Wildcards.match(wildcard, openStart, openEnd));
  }
}
