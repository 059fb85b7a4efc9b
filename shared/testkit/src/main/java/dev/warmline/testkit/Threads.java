package dev.warmline.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Threads that work leaves behind. */
public final class Threads {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** Those that carry virtual threads come and go as they like. */
  private static final String CARRIERS = "ForkJoinPool";

  private Threads() {}

  /**
   * The names of the threads that were started by some work and have not ended ten seconds after
   * it. The work is done twice, and the second time counts: what a JVM starts once and keeps is not
   * left behind.
   */
  public static List<String> leftBy(Runnable work) {
    work.run();
    var before = alive();
    work.run();
    for (var waited = Duration.ZERO;
        waited.compareTo(PATIENCE) < 0 && !startedSince(before).isEmpty();
        waited = waited.plus(PAUSE)) {
      sleep();
    }
    return startedSince(before);
  }

  private static List<String> startedSince(Set<Thread> before) {
    return alive().stream()
        .filter(Predicate.not(before::contains))
        .map(Thread::getName)
        .filter(name -> !name.startsWith(CARRIERS))
        .sorted()
        .toList();
  }

  private static Set<Thread> alive() {
    return Thread.getAllStackTraces().keySet();
  }

  private static void sleep() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
