package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import dev.warmline.rule.Period;
import dev.warmline.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** From matches to kept hits, word by word and without care for speed: the reference. */
final class PlainHits {
  private PlainHits() {}

  static List<Hit> kept(Rule rule, List<Event> matches, ZoneId zone, long asOf) {
    var kept = new ArrayList<Hit>();
    for (var hit : hits(rule, matches, zone, asOf)) {
      if (rule.limit().isEmpty() || isFree(rule, hit, kept, zone)) {
        kept.add(hit);
      }
    }
    return kept;
  }

  private static List<Hit> hits(Rule rule, List<Event> matches, ZoneId zone, long asOf) {
    var hits = new ArrayList<Hit>();
    if (rule.idle().isPresent()) {
      if (matches.isEmpty()) {
        return hits;
      }
      var latest = matches.getLast();
      var at = latest.occurredAt().plus(rule.idle().get());
      for (; !at.isAfter(Instant.ofEpochMilli(asOf)); at = at.plus(rule.idle().get())) {
        hits.add(new Hit(at.toEpochMilli(), latest));
      }
      return hits;
    }
    if (rule.quiet().isPresent()) {
      for (var i = 0; i < matches.size(); i++) {
        var end = matches.get(i).occurredAt().plus(rule.quiet().get());
        var quiet =
            matches.subList(i + 1, matches.size()).stream()
                .noneMatch(other -> other.occurredAt().isBefore(end));
        if (quiet && end.toEpochMilli() <= asOf) {
          hits.add(new Hit(end.toEpochMilli(), matches.get(i)));
        }
      }
      return hits;
    }
    var used = new ArrayList<Event>();
    for (var i = 0; i < matches.size(); i++) {
      var current = matches.get(i);
      if (rule.after().isEmpty()) {
        hits.add(new Hit(current.occurredAt().toEpochMilli(), current));
        continue;
      }
      var after = rule.after().get();
      var ring = new ArrayList<Event>();
      for (var j = 0; j <= i; j++) {
        var one = matches.get(j);
        var firstOfDay =
            j == 0
                || !day(one.occurredAt(), zone).equals(day(matches.get(j - 1).occurredAt(), zone));
        if ((!after.perDay() || firstOfDay)
            && !used.contains(one)
            && one.occurredAt().plus(after.within()).isAfter(current.occurredAt())) {
          ring.add(one);
        }
      }
      if (ring.contains(current) && ring.size() >= after.times()) {
        hits.add(new Hit(current.occurredAt().toEpochMilli(), current));
        used.addAll(ring);
      }
    }
    return hits;
  }

  private static boolean isFree(Rule rule, Hit hit, List<Hit> kept, ZoneId zone) {
    var limit = rule.limit().get();
    var alike =
        kept.stream()
            .filter(other -> limit.distinct().isEmpty() || isSame(x(other), x(hit)))
            .toList();
    var inPeriod =
        switch (limit.period()) {
          case Period.Ever ever -> alike.size();
          case Period.Calendar calendar ->
              (int)
                  alike.stream()
                      .filter(
                          other ->
                              name(calendar.unit(), other, zone)
                                  .equals(name(calendar.unit(), hit, zone)))
                      .count();
          case Period.Window window -> inOpenWindow(alike, hit, window.duration().toMillis());
        };
    return inPeriod < limit.times();
  }

  private static JsonNode x(Hit hit) {
    return hit.event().object("properties").path("x");
  }

  /** Numbers are one value however they are written. */
  private static boolean isSame(JsonNode one, JsonNode other) {
    var areNumbers = one.isNumber() && other.isNumber();
    return areNumbers ? one.decimalValue().compareTo(other.decimalValue()) == 0 : one.equals(other);
  }

  private static int inOpenWindow(List<Hit> alike, Hit hit, long length) {
    var opened = Long.MIN_VALUE / 2;
    var inside = 0;
    for (var other : alike) {
      if (other.at() >= opened + length) {
        opened = other.at();
        inside = 0;
      }
      inside++;
    }
    return hit.at() < opened + length ? inside : 0;
  }

  private static String name(Period.Unit unit, Hit hit, ZoneId zone) {
    var day = day(Instant.ofEpochMilli(hit.at()), zone);
    return switch (unit) {
      case DAY -> day.toString();
      case WEEK ->
          day.get(IsoFields.WEEK_BASED_YEAR) + "W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case MONTH -> day.getYear() + "-" + day.getMonthValue();
    };
  }

  private static LocalDate day(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate();
  }
}
