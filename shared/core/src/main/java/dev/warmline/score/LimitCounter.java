package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.rule.Limit;
import dev.warmline.rule.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first hits of each period, apart for each value of the limit's field. Hits come in
 * order.
 */
final class LimitCounter {
  private static final String WITHOUT = "";
  private static final int LONGEST_PLAIN_VALUE = 16;

  private final Limit limit;
  private final ZoneId zone;
  private final Map<String, Open> open = new HashMap<>();
  private long period = Long.MIN_VALUE;

  LimitCounter(Limit limit, ZoneId zone) {
    this.limit = limit;
    this.zone = zone;
  }

  /**
   * The period that a value is in.
   *
   * @param start what tells it from others: its first millisecond, or the day it begins
   */
  record Open(long start, int kept) {}

  /** Keeps a hit if there is room for it. */
  boolean take(Hit hit) {
    var value = valueOf(hit);
    var before = open.get(value);
    var start = start(hit.at(), before);
    var kept = keptIn(start, before);
    if (kept >= limit.times()) {
      return false;
    }
    if (isCalendar() && start != period) {
      open.clear();
    }
    period = start;
    open.put(value, new Open(start, kept + 1));
    return true;
  }

  /** Whether a hit would be kept. */
  boolean hasRoom(Hit hit) {
    var before = open.get(valueOf(hit));
    return keptIn(start(hit.at(), before), before) < limit.times();
  }

  /** The calendar period of the newest kept hit; means nothing for other limits. */
  long period() {
    return period;
  }

  boolean isCalendar() {
    return limit.period() instanceof Period.Calendar;
  }

  /** The periods that a hit at or after an instant may still fall in, by value. */
  Map<String, Open> openAt(long at) {
    var still = new HashMap<>(open);
    still.values().removeIf(one -> start(at, one) != one.start());
    return Collections.unmodifiableMap(still);
  }

  /** Puts a period back. */
  void reopen(String value, Open period) {
    open.put(value, period);
    this.period = period.start();
  }

  private static int keptIn(long start, @Nullable Open before) {
    return before != null && before.start() == start ? before.kept() : 0;
  }

  private long start(long at, @Nullable Open before) {
    return switch (limit.period()) {
      case Period.Ever ever -> 0;
      case Period.Calendar calendar -> firstDay(calendar.unit(), at);
      case Period.Window window ->
          before != null && at - before.start() < Millis.of(window.duration())
              ? before.start()
              : at;
    };
  }

  private long firstDay(Period.Unit unit, long at) {
    var day = LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
    return switch (unit) {
      case DAY -> day.toEpochDay();
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay();
      case MONTH -> day.withDayOfMonth(1).toEpochDay();
    };
  }

  private String valueOf(Hit hit) {
    return limit.distinct().map(path -> value(hit.event(), path)).orElse(WITHOUT);
  }

  private static String value(Event event, String path) {
    return FieldPaths.at(event.json(), path)
        .map(FieldPaths::canonical)
        .map(
            text ->
                text.length() <= LONGEST_PLAIN_VALUE ? "=" + text : "#" + LoggedEvent.digest(text))
        .orElse(WITHOUT);
  }
}
