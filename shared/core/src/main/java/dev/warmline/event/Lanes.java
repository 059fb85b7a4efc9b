package dev.warmline.event;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Does independent work side by side, so that a batch waits for the slowest store call and not for
 * their sum. After the first failure, or once the caller is interrupted, nothing new is started;
 * what is under way ends, and then the first failure is thrown. The work is done on threads of its
 * own, except where there is one lane or one piece of work.
 *
 * @param width how much at once, at least 1
 */
public record Lanes(int width) {

  /** One after the other, in order. */
  public static final Lanes ONE = new Lanes(1);

  public Lanes {
    if (width < 1) {
      throw new IllegalArgumentException("there is at least one lane");
    }
  }

  /**
   * The result of each, in the order of the items.
   *
   * @throws StoreUnavailable if the caller was interrupted
   * @throws IllegalStateException around an {@link Error}, where there are several lanes
   */
  public <A, B> List<B> map(List<A> items, Function<? super A, ? extends B> work) {
    var results = new ConcurrentHashMap<Integer, B>();
    forEach(
        IntStream.range(0, items.size()).boxed().toList(),
        index -> results.put(index, work.apply(items.get(index))));
    return IntStream.range(0, items.size())
        .mapToObj(index -> Objects.requireNonNull(results.get(index)))
        .toList();
  }

  /**
   * Does the work for each item.
   *
   * @throws StoreUnavailable if the caller was interrupted
   * @throws IllegalStateException around an {@link Error}, where there are several lanes
   */
  public <T> void forEach(Collection<T> items, Consumer<? super T> work) {
    if (items.size() < 2) {
      items.forEach(work);
    } else {
      forEach(items.iterator(), work);
    }
  }

  /**
   * Does the work for each item, as {@link #forEach(Collection, Consumer)} does. Items are asked
   * for as lanes become free, so there may be more of them than memory holds.
   */
  public <T> void forEach(Iterator<T> items, Consumer<? super T> work) {
    if (width == 1) {
      items.forEachRemaining(work);
      return;
    }
    var failure = new AtomicReference<@Nullable RuntimeException>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var free = new Semaphore(width);
      while (items.hasNext()) {
        var item = items.next();
        free.acquireUninterruptibly();
        if (Thread.currentThread().isInterrupted()) {
          failure.compareAndSet(null, interrupted());
        }
        if (failure.get() != null) {
          break;
        }
        executor.execute(
            () -> {
              attempt(() -> work.accept(item), failure);
              free.release();
            });
      }
    }
    var first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  private static void attempt(Runnable work, AtomicReference<@Nullable RuntimeException> failure) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } catch (Error e) {
      failure.compareAndSet(null, new IllegalStateException("work was not done", e));
    }
  }

  private static StoreUnavailable interrupted() {
    return new StoreUnavailable("go on", new InterruptedException("interrupted"));
  }
}
