package dev.warmline.authoring;

/** A test case says something that no test case can say; the message tells what. */
final class InvalidCase extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidCase(String message) {
    super(message);
  }
}
