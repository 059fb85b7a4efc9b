package dev.warmline.event;

import java.util.Optional;

/** A phone number as digits, after a {@code +} if it is written with its country. */
final class PhoneNumber {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;
  private static final int MOST_CHARACTERS = 60;
  private static final String BETWEEN = "-–‐‑./()";

  private PhoneNumber() {}

  /**
   * The number that a text is, such as {@code +493012345} for {@code +49 (0)30 123-45}; empty if it
   * is none: it has 7 to 15 digits, not all the same, and nothing but blanks and {@code - . / ( )}
   * between them. {@code 00} in front stands for {@code +}.
   */
  static Optional<String> parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    var isAbroad = text.strip().startsWith("+") || text.strip().startsWith("00");
    var written = isAbroad ? text.replace("(0)", "") : text;
    var digits = digits(written.strip());
    return digits
        .map(all -> isAbroad && all.startsWith("00") ? all.substring(2) : all)
        .filter(PhoneNumber::isNumber)
        .map(all -> isAbroad ? "+" + all : all);
  }

  private static boolean isNumber(String digits) {
    return digits.length() >= SHORTEST
        && digits.length() <= LONGEST
        && digits.chars().distinct().count() > 1;
  }

  private static Optional<String> digits(String text) {
    var digits = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      var digit = Character.digit(character, 10);
      if (digit >= 0) {
        digits.append(digit);
      } else if (!isBetween(character) && !(character == '+' && i == 0)) {
        return Optional.empty();
      }
    }
    return Optional.of(digits.toString());
  }

  private static boolean isBetween(char character) {
    return BETWEEN.indexOf(character) >= 0
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character);
  }
}
