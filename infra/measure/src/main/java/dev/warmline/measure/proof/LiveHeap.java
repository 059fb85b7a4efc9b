package dev.warmline.measure.proof;

import java.lang.management.ManagementFactory;

/** How much of the heap is in use by what is not garbage, at most, while something runs. */
final class LiveHeap {
  private static final int PAUSE_MILLIS = 200;
  private static final int MEGABYTE = 1024 * 1024;

  private LiveHeap() {}

  /** The most megabytes seen while the work runs, by collecting all garbage again and again. */
  static long most(Runnable work) throws InterruptedException {
    var working = Thread.ofPlatform().start(work);
    var most = 0L;
    while (working.isAlive()) {
      most = Math.max(most, now());
      working.join(PAUSE_MILLIS);
    }
    return most;
  }

  private static long now() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
  }
}
