package dev.warmline.testkit;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parked events in memory. */
public final class MemoryParkedEvents implements ParkedEvents {
  private final Map<String, ParkedEvent> parked = new LinkedHashMap<>();
  private final Faults faults = new Faults();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  @Override
  public void park(ParkedEvent event) {
    faults.around("park an event", () -> keep(event));
  }

  /** All that was parked, in order. */
  public synchronized List<ParkedEvent> all() {
    return List.copyOf(parked.values());
  }

  private synchronized void keep(ParkedEvent event) {
    parked.putIfAbsent(event.digest(), event);
  }
}
