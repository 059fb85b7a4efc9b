package dev.warmline.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Counts the events and kilobytes a source sends in a day (UTC), for sources with a limit. What was
 * taken is not given back: a request that comes again counts again.
 */
public interface DailyQuota {

  /**
   * Takes so much out of today's quota of the source, all or nothing.
   *
   * @param events at least 1
   * @param kilobytes 0 or more
   * @param limit the most of both in a day
   * @return whether they were taken; false leaves the count as it was
   * @throws StoreUnavailable if the store cannot answer; they may have been taken
   */
  boolean take(String source, long events, long kilobytes, DailyLimit limit, Instant now);

  /** The day, in UTC, that {@code now} counts for. */
  static LocalDate day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The time until the next day starts; from a millisecond to 24 hours. */
  static Duration untilTomorrow(Instant now) {
    return Duration.between(now, day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
