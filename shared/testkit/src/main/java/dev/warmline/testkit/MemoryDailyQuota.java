package dev.warmline.testkit;

import dev.warmline.event.DailyQuota;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Daily counts in memory. */
public final class MemoryDailyQuota implements DailyQuota {
  private record Counter(String source, LocalDate day) {}

  private final Map<Counter, Long> counts = new HashMap<>();
  private final Faults faults = new Faults();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  @Override
  public boolean take(String source, long events, long limit, Instant now) {
    return faults.around(
        "count the events of a source",
        () -> count(new Counter(source, DailyQuota.day(now)), events, limit));
  }

  private synchronized boolean count(Counter counter, long events, long limit) {
    var taken = counts.getOrDefault(counter, 0L) + events;
    if (taken > limit) {
      return false;
    }
    counts.put(counter, taken);
    return true;
  }
}
