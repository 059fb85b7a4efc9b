package dev.warmline.usecase;

import java.util.Collection;
import java.util.concurrent.Executors;
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

  /** Does the work for every item and returns when all is done. The work must not throw. */
  public <T> void forEach(Collection<T> items, Consumer<T> work) {
    if (width == 1 || items.size() < 2) {
      items.forEach(work);
      return;
    }
    var free = new Semaphore(width);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var item : items) {
        free.acquireUninterruptibly();
        executor.execute(
            () -> {
              try {
                work.accept(item);
              } finally {
                free.release();
              }
            });
      }
    }
  }
}
