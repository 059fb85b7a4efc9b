package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import dev.warmline.rule.Limit;
import dev.warmline.rule.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the first hits of each period, apart for each value of the limit's field. */
final class Limits {
  private static final String WITHOUT = "";

  private final Limit limit;
  private final ZoneId zone;
  private final Map<String, Open> open = new HashMap<>();

  private Limits(Limit limit, ZoneId zone) {
    this.limit = limit;
    this.zone = zone;
  }

  /**
   * The period that a value is in.
   *
   * @param start what tells it from others: its first millisecond, or the day it begins
   */
  private record Open(long start, int kept) {}

  /** The hits that a limit lets through, in order. */
  static List<Hit> keep(Limit limit, List<Hit> hits, ZoneId zone) {
    var limits = new Limits(limit, zone);
    var kept = new ArrayList<Hit>();
    for (var hit : hits) {
      if (limits.take(hit)) {
        kept.add(hit);
      }
    }
    return kept;
  }

  private boolean take(Hit hit) {
    var value = limit.distinct().map(path -> value(hit.event(), path)).orElse(WITHOUT);
    var before = open.get(value);
    var start = start(hit.at(), before);
    var kept = before != null && before.start() == start ? before.kept() : 0;
    if (kept >= limit.times()) {
      return false;
    }
    open.put(value, new Open(start, kept + 1));
    return true;
  }

  private long start(long at, @org.jspecify.annotations.Nullable Open before) {
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

  private static String value(Event event, String path) {
    var node = Fields.at(event.json(), path);
    return node.map(JsonNode::toString).map(text -> "=" + text).orElse(WITHOUT);
  }
}
