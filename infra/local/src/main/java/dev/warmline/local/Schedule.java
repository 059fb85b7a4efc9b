package dev.warmline.local;

import java.time.Duration;

/** Ticks the clock function, as the schedule in the template does, only more often. */
final class Schedule implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Runnable tick;
  private final Runnable afterwards;
  private final Thread thread = Thread.ofVirtual().name("schedule").unstarted(this::run);

  Schedule(Runnable tick, Runnable afterwards) {
    this.tick = tick;
    this.afterwards = afterwards;
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        tickOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tickOnce() {
    try {
      tick.run();
      afterwards.run();
    } catch (RuntimeException e) {
      System.err.println("clock failed: " + e.getMessage());
    }
  }
}
