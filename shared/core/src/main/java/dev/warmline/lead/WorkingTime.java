package dev.warmline.lead;

import dev.warmline.rule.Sla.BusinessHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Time as people at work count it.
 *
 * @param hours when the clock runs; empty for always
 * @param zone in which the hours are meant
 */
record WorkingTime(Optional<BusinessHours> hours, ZoneId zone) {

  /** The instant at which so much working time has passed since {@code from}. */
  Instant after(Instant from, Duration worked) {
    if (hours.isEmpty() || hours.get().days().isEmpty()) {
      return from.plus(worked);
    }
    var left = worked;
    for (var day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
      var start = later(from, opening(day));
      var end = closing(day);
      if (!isWorkday(day) || !start.isBefore(end)) {
        continue;
      }
      var open = Duration.between(start, end);
      if (left.compareTo(open) <= 0) {
        return start.plus(left);
      }
      left = left.minus(open);
    }
  }

  private boolean isWorkday(LocalDate day) {
    return hours.orElseThrow().days().contains(day.getDayOfWeek());
  }

  private Instant opening(LocalDate day) {
    return day.atTime(hours.orElseThrow().from()).atZone(zone).toInstant();
  }

  private Instant closing(LocalDate day) {
    return day.atTime(hours.orElseThrow().to()).atZone(zone).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
