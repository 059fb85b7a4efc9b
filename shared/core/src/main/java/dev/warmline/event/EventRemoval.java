package dev.warmline.event;

import java.util.Collection;

/** Takes events of erased persons out of the log; nothing else ever leaves it. */
@FunctionalInterface
public interface EventRemoval {

  /**
   * Removes those of these events that are there.
   *
   * @throws StoreUnavailable if any of them could not be removed; others may have been
   */
  void remove(Collection<EventKey> events);
}
