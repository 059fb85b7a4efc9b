package dev.warmline.deploy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does independent work, so much of it at once; the first failure ends it when it is closed. */
final class SideBySide implements AutoCloseable {
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Semaphore free;

  SideBySide(int width) {
    this.free = new Semaphore(width);
  }

  void run(Runnable work) {
    free.acquireUninterruptibly();
    executor.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          } finally {
            free.release();
          }
        });
  }

  @Override
  public void close() {
    executor.close();
    var first = failure.get();
    if (first != null) {
      throw first;
    }
  }
}
