package dev.warmline.cli;

/** What the command tells the shell; part of its contract. */
final class Exit {
  /** All is well. */
  static final int OK = 0;

  /** It ran, and the answer is no: errors in a model, a case that fails. */
  static final int NO = 1;

  /** Wrong use or input that cannot be read. */
  static final int WRONG_INPUT = 2;

  /** A deployment or the local stack cannot be reached, or refuses. */
  static final int UNAVAILABLE = 3;

  private Exit() {}
}
