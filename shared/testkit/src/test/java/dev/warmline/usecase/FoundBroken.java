package dev.warmline.usecase;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a planted fault broke. Lincheck would describe an interleaving that breaks something step by
 * step, which takes minutes; that there is one is told here in none.
 */
final class FoundBroken {
  private static final AtomicReference<String> FOUND = new AtomicReference<>("");

  private FoundBroken() {}

  static void nothing() {
    FOUND.set("");
  }

  /** Checks, and remembers what was broken instead of failing. */
  static void by(Runnable check) {
    try {
      check.run();
    } catch (IllegalStateException broken) {
      FOUND.set(String.valueOf(broken.getMessage()));
    }
  }

  static String words() {
    return Objects.requireNonNull(FOUND.get());
  }
}
