package dev.warmline.usecase;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Parks many events, some at a time: a batch of nothing but bad events must not take minutes. */
final class ParkAll {
  private static final int AT_A_TIME = 16;

  private ParkAll() {}

  /**
   * Parks them all.
   *
   * @throws StoreUnavailable if one of them could not be kept
   */
  static void into(ParkedEvents parked, List<ParkedEvent> events) {
    if (events.size() <= 1) {
      events.forEach(parked::park);
      return;
    }
    try (var workers = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
      for (var done :
          workers.invokeAll(events.stream().map(event -> task(parked, event)).toList())) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("park " + events.size() + " events", e);
    } catch (ExecutionException e) {
      throw new StoreUnavailable("park " + events.size() + " events", e);
    }
  }

  private static Callable<Boolean> task(ParkedEvents parked, ParkedEvent event) {
    return () -> {
      parked.park(event);
      return true;
    };
  }
}
