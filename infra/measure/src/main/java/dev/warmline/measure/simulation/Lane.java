package dev.warmline.measure.simulation;

import dev.warmline.testkit.dynamo.ItemChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One lane of a stream: the changes of some items in order, one batch at a time, until done. */
final class Lane {
  private static final int LARGEST_BATCH = 5;

  private final Deque<ItemChange> waiting = new ArrayDeque<>();
  private Instant notBefore = Instant.MIN;
  private boolean isBusy;
  private int tries;

  void add(ItemChange change) {
    waiting.add(change);
  }

  void delayUntil(Instant instant) {
    notBefore = instant.isAfter(notBefore) ? instant : notBefore;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean isBusy() {
    return isBusy;
  }

  Instant notBefore() {
    return notBefore;
  }

  boolean canStart(Instant now) {
    return !isBusy && !waiting.isEmpty() && !now.isBefore(notBefore);
  }

  List<ItemChange> begin(int size) {
    isBusy = true;
    return new ArrayList<>(waiting).subList(0, Math.min(waiting.size(), 1 + size % LARGEST_BATCH));
  }

  /** So many of the batch are done; if not all, the rest comes again after a while. */
  void end(int done, int batch, Instant now) {
    isBusy = false;
    for (var i = 0; i < done; i++) {
      waiting.remove();
    }
    tries = done == batch ? 0 : tries + 1;
    if (tries > 0) {
      delayUntil(now.plus(Duration.ofSeconds(1L << Math.min(tries, 6))));
    }
  }
}
