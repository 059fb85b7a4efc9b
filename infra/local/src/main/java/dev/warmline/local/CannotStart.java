package dev.warmline.local;

/** Something a person has to mend first; the message says what and how, in one line or a few. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String message) {
    super(message);
  }
}
