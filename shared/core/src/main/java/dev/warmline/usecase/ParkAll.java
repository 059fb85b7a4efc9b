package dev.warmline.usecase;

import dev.warmline.event.Deadline;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Parks many events, some at a time: a batch of nothing but bad events must not take minutes. */
final class ParkAll {
  private static final int AT_A_TIME = 16;

  private ParkAll() {}

  /**
   * Parks them all, starting nothing new after the deadline or the first failure.
   *
   * @throws StoreUnavailable if one of them could not be kept
   */
  static void into(ParkedEvents parked, List<ParkedEvent> events, Deadline deadline) {
    if (events.isEmpty()) {
      return;
    }
    var failed = new AtomicBoolean();
    Deadline end = () -> failed.get() || deadline.hasPassed();
    try (var workers = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
      for (var done :
          workers.invokeAll(
              events.stream().map(event -> task(parked, event, end, failed)).toList())) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("park " + events.size() + " events", e);
    } catch (ExecutionException e) {
      throw new StoreUnavailable("park " + events.size() + " events", e);
    }
  }

  private static Callable<Boolean> task(
      ParkedEvents parked, ParkedEvent event, Deadline end, AtomicBoolean failed) {
    return () -> {
      end.check("park an event");
      try {
        parked.park(event);
        return true;
      } catch (RuntimeException e) {
        failed.set(true);
        throw e;
      }
    };
  }
}
