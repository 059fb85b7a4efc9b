package dev.warmline.testkit;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.DailyQuota;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Daily counts in memory. */
public final class MemoryDailyQuota implements DailyQuota {
  private record Counter(String source, LocalDate day) {}

  private record Taken(long events, long kilobytes) {}

  private final Map<Counter, Taken> counts = new HashMap<>();
  private final Faults faults = new Faults();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  @Override
  public boolean take(String source, long events, long kilobytes, DailyLimit limit, Instant now) {
    return faults.around(
        "count the events of a source",
        () -> count(new Counter(source, DailyQuota.day(now)), events, kilobytes, limit));
  }

  private synchronized boolean count(
      Counter counter, long events, long kilobytes, DailyLimit limit) {
    var before = counts.getOrDefault(counter, new Taken(0, 0));
    var taken = new Taken(before.events() + events, before.kilobytes() + kilobytes);
    if (!limit.allows(taken.events(), taken.kilobytes())) {
      return false;
    }
    counts.put(counter, taken);
    return true;
  }
}
