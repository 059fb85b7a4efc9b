package dev.warmline.event;

/** What stands around ids and addresses and says nothing. */
final class Blanks {
  private Blanks() {}

  /** Whether it is a blank of any kind, also one that nobody sees. */
  static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
