package dev.warmline.testkit;

import dev.warmline.event.StoreUnavailable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Trouble on demand: the next calls of a port fail before they change anything, or after, as when
 * an answer gets lost. Both kinds can be planned at once; those before come first.
 */
public final class Faults {
  private final AtomicInteger before = new AtomicInteger();
  private final AtomicInteger after = new AtomicInteger();

  /** Lets the next calls fail without having changed anything. */
  public void failNextBefore(int calls) {
    before.set(calls);
  }

  /** Lets the next calls do their work and then fail, as if the answer got lost. */
  public void failNextAfter(int calls) {
    after.set(calls);
  }

  /** Does the work unless a fault is planned for this call, which throws StoreUnavailable. */
  <T> T around(String what, Supplier<T> work) {
    return around(work, cause -> new StoreUnavailable(what, cause));
  }

  /** As {@link #around(String, Supplier)}, for work without a result. */
  void around(String what, Runnable work) {
    around(
        what,
        () -> {
          work.run();
          return true;
        });
  }

  <T> T around(Supplier<T> work, Function<IOException, RuntimeException> failure) {
    if (taken(before)) {
      throw failure.apply(new IOException("planned fault before the call"));
    }
    var result = work.get();
    if (taken(after)) {
      throw failure.apply(new IOException("planned loss of the answer"));
    }
    return result;
  }

  private static boolean taken(AtomicInteger planned) {
    return planned.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
