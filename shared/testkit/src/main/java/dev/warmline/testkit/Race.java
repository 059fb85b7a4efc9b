package dev.warmline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets several writers start at the same moment. */
public final class Race {
  private Race() {}

  /**
   * Calls the task once per runner, all at once, and returns what each of them got, by number.
   *
   * @param task gets the number of its runner, from 0
   */
  public static <T> List<T> of(int runners, IntFunction<T> task) {
    var start = new CyclicBarrier(runners);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int runner = 0; runner < runners; runner++) {
        running.add(executor.submit(runner(start, task, runner)));
      }
      var results = new ArrayList<T>();
      for (var future : running) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a runner fell", e);
    }
  }

  private static <T> Callable<T> runner(CyclicBarrier start, IntFunction<T> task, int runner) {
    return () -> {
      start.await();
      return task.apply(runner);
    };
  }
}
