package dev.warmline.cli;

/** The command cannot do what was asked; the message says what, where and how to mend it. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exit;

  private Failure(int exit, String message) {
    super(message);
    this.exit = exit;
  }

  /** What was given is no good. */
  static Failure wrongInput(String message) {
    return new Failure(Exit.WRONG_INPUT, message);
  }

  /** The answer is no. */
  static Failure no(String message) {
    return new Failure(Exit.NO, message);
  }

  /** Something outside does not answer. */
  static Failure unavailable(String message) {
    return new Failure(Exit.UNAVAILABLE, message);
  }

  /** What the shell is told. */
  int exit() {
    return exit;
  }
}
