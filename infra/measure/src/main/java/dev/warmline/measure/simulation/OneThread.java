package dev.warmline.measure.simulation;

import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs threads one at a time, each until it waits or yields, in an order that the caller chooses.
 * They are virtual threads whose carrier is whoever calls {@link #run}; the threads that they start
 * are so too, so that code with executors and futures runs unchanged and yet the same every time.
 *
 * <p>Locks that others hold too would break the order, so there is one of these in a process at a
 * time. The JDK has no public way to choose the carrier: it needs {@code --add-opens
 * java.base/java.lang=ALL-UNNAMED}.
 */
final class OneThread {
  private static final Constructor<?> BUILDER = builder();

  private final List<Runnable> ready = Collections.synchronizedList(new ArrayList<>());
  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(Comparator.comparing(Sleeper::until).thenComparingInt(Sleeper::number));
  private int slept;

  private record Sleeper(Instant until, int number, Thread thread) {}

  /** Starts a thread; it does nothing before it is run. */
  void start(Runnable body) {
    try {
      var builder = (Thread.Builder.OfVirtual) BUILDER.newInstance((Executor) ready::add);
      builder.start(body);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no thread of our own", e);
    }
  }

  /** How many threads can go on. */
  int ready() {
    return ready.size();
  }

  /** Lets one of those that can go on do so until it waits. */
  void run(int which) {
    ready.remove(which).run();
  }

  /** Called by a thread of this: others may go on now. */
  @SuppressWarnings("ThreadPriorityCheck") // the scheduler it relies on is this one
  static void yieldToOthers() {
    Thread.yield();
  }

  /** Called by a thread of this: it goes on once somebody wakes those of {@code until}. */
  void sleep(Instant until) {
    var sleeper = new Sleeper(until, slept++, Thread.currentThread());
    sleepers.add(sleeper);
    while (sleepers.contains(sleeper)) {
      LockSupport.park(this);
    }
  }

  /** Wakes those who sleep no longer than until now. */
  void wake(Instant now) {
    while (!sleepers.isEmpty() && !sleepers.element().until().isAfter(now)) {
      LockSupport.unpark(sleepers.remove().thread());
    }
  }

  /** When the next one wants to be woken. */
  Optional<Instant> nextWake() {
    return Optional.ofNullable(sleepers.peek()).map(Sleeper::until);
  }

  private static Constructor<?> builder() {
    try {
      var constructor =
          Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
              .getDeclaredConstructor(Executor.class);
      constructor.setAccessible(true);
      return constructor;
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "start Java with --add-opens java.base/java.lang=ALL-UNNAMED", e);
    }
  }
}
