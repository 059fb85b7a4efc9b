package dev.warmline.local;

import java.util.function.Supplier;

/** What is being written right now, and when the last write from outside ended. */
public final class Activity {
  private int open;
  private long lastEnd = System.nanoTime();

  /**
   * Runs something that may write events or leads.
   *
   * @return what it returns
   */
  public <T> T during(Supplier<T> writes) {
    begin();
    try {
      return writes.get();
    } finally {
      end();
    }
  }

  /**
   * Whether nothing is open, and if so since when.
   *
   * @param open how many writes are going on
   * @param lastEnd {@link System#nanoTime} when the last one ended
   */
  public record Snapshot(int open, long lastEnd) {}

  /** The state at this moment. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(open, lastEnd);
  }

  private synchronized void begin() {
    open++;
  }

  private synchronized void end() {
    open--;
    lastEnd = System.nanoTime();
  }
}
