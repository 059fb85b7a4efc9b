package dev.warmline.measure.proof;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What was claimed, what was found, and whether that is the same. Used by one thread. */
final class Claims {
  private static final int SHOWN = 8;

  private final PrintStream out;
  private boolean failed;

  Claims(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints a claim with its exceptions, which fail it.
   *
   * @param claim what holds for all {@code of}
   * @param exceptions each that it does not hold for, in words
   */
  void holds(String claim, int of, List<String> exceptions) {
    var verdict = exceptions.isEmpty() ? "ok  " : "FAIL";
    out.printf("%s  %s: %d of %d%n", verdict, claim, of - exceptions.size(), of);
    exceptions.stream().limit(SHOWN).forEach(exception -> out.println("        " + exception));
    if (exceptions.size() > SHOWN) {
      out.println("        ... and " + (exceptions.size() - SHOWN) + " more");
    }
    failed |= !exceptions.isEmpty();
  }

  /** Prints a claim about two values that must be equal. */
  void equal(String claim, Object expected, Object found) {
    var exceptions = new ArrayList<String>();
    if (!expected.equals(found)) {
      exceptions.add("expected " + expected + ", found " + found);
    }
    holds(claim + " (" + found + ")", 1, exceptions);
  }

  /** Prints the sum and gives the exit code: 0 if every claim held. */
  int exitCode() {
    out.println(failed ? "a claim does not hold" : "every claim holds");
    return failed ? 1 : 0;
  }
}
