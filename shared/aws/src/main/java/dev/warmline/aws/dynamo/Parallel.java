package dev.warmline.aws.dynamo;

import dev.warmline.event.Deadline;
import dev.warmline.event.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** Many calls at once, few enough for the connection pool. */
final class Parallel {
  /** The most calls under way at one time. */
  static final int WIDTH = 32;

  private Parallel() {}

  /**
   * The result of each, in order. After the first failure nothing new is started; it is thrown once
   * all that was under way has ended.
   *
   * @param what for the message: what could not be done in time, without personal data
   * @throws dev.warmline.event.StoreUnavailable if the deadline passed before all were started
   */
  static <A, B> List<B> map(String what, List<A> all, Deadline deadline, Function<A, B> call) {
    if (all.size() <= 1) {
      deadline.check(what);
      return all.stream().map(call).toList();
    }
    var slots = new Semaphore(WIDTH);
    var failed = new AtomicBoolean();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<B>>();
      for (var each : all) {
        slots.acquireUninterruptibly();
        if (failed.get() || deadline.hasPassed()) {
          break;
        }
        running.add(start(executor, slots, failed, () -> call.apply(each)));
      }
      var results = results(running);
      if (results.size() < all.size()) {
        deadline.check(what);
      }
      return results;
    }
  }

  private static <B> Future<B> start(
      ExecutorService executor, Semaphore slots, AtomicBoolean failed, Supplier<B> work) {
    return executor.submit(
        () -> {
          try {
            return work.get();
          } catch (RuntimeException | Error e) {
            failed.set(true);
            throw e;
          } finally {
            slots.release();
          }
        });
  }

  private static <B> List<B> results(List<Future<B>> running) {
    var results = new ArrayList<B>();
    for (var future : running) {
      results.add(result(future));
    }
    return results;
  }

  private static <B> B result(Future<B> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("wait for the store", e);
    }
  }
}
