package dev.warmline.lead;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Repeats a step that another writer got in the way of.
 *
 * @param attempts how often a step is tried, at least 1
 * @param pause waits before the n-th repetition, counted from 1; with jitter, so that two writers
 *     do not meet again
 */
public record Retry(int attempts, IntConsumer pause) {

  /** Tries so often without waiting: for tests and single writers. */
  public static Retry times(int attempts) {
    return new Retry(attempts, repetition -> {});
  }

  /**
   * Runs the step until it gives a result.
   *
   * @throws StillConflicting if it never does
   */
  public <T> T until(Supplier<Optional<T>> step) {
    for (var repetition = 1; repetition <= attempts; repetition++) {
      var result = step.get();
      if (result.isPresent()) {
        return result.get();
      }
      pause.accept(repetition);
    }
    throw new StillConflicting(attempts);
  }

  /** Other writers were in the way every time: try the whole event again later. */
  public static final class StillConflicting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillConflicting(int attempts) {
      super("other writers were in the way " + attempts + " times");
    }
  }
}
