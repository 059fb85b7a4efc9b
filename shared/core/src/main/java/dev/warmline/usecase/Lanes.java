package dev.warmline.usecase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Does independent work side by side, so that a batch waits for the slowest store call and not for
 * their sum.
 *
 * @param width how much at once, at least 1
 */
public record Lanes(int width) {

  /** One after the other, in order. */
  public static final Lanes ONE = new Lanes(1);

  /**
   * Does the work for every item and returns when all is done. The work must not throw.
   *
   * @throws IllegalStateException if it did all the same, for want of memory, say: then some of it
   *     is not done
   */
  public <T> void forEach(Collection<T> items, Consumer<T> work) {
    if (width == 1 || items.size() < 2) {
      items.forEach(work);
      return;
    }
    var free = new Semaphore(width);
    var running = new ArrayList<Future<?>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var item : items) {
        free.acquireUninterruptibly();
        running.add(
            executor.submit(
                () -> {
                  try {
                    work.accept(item);
                  } finally {
                    free.release();
                  }
                }));
      }
    }
    running.forEach(Lanes::verify);
  }

  private static void verify(Future<?> done) {
    if (done.state() == Future.State.FAILED) {
      throw new IllegalStateException("work was not done", done.exceptionNow());
    }
  }
}
