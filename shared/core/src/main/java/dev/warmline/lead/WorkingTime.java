package dev.warmline.lead;

import dev.warmline.rule.Model;
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

  /**
   * The hours of work of one day.
   *
   * @param closes the end, excluded; after {@code opens}
   */
  record Shift(Instant opens, Instant closes) {

    boolean contains(Instant at) {
      return !at.isBefore(opens) && at.isBefore(closes);
    }

    /** The first of so many instants, spread evenly, that is not before {@code from}. */
    Optional<Instant> turn(Instant from, int turns) {
      var length = Duration.between(opens, closes).toMillis();
      var passed = Math.max(0, Duration.between(opens, from).toMillis());
      var number = Math.ceilDiv(passed * turns, length);
      return number < turns
          ? Optional.of(opens.plusMillis(length * number / turns))
          : Optional.empty();
    }
  }

  /** As the model says. */
  static WorkingTime of(Model model) {
    var file = model.file();
    return new WorkingTime(
        file.sla().businessHours().filter(hours -> !hours.days().isEmpty()), file.zone());
  }

  /** The instant at which so much working time has passed since {@code from}. */
  Instant after(Instant from, Duration worked) {
    var left = worked;
    for (var day = dayOf(from); ; day = day.plusDays(1)) {
      var shift = on(day).filter(it -> from.isBefore(it.closes()));
      if (shift.isEmpty()) {
        continue;
      }
      var start = later(from, shift.get().opens());
      var open = Duration.between(start, shift.get().closes());
      if (left.compareTo(open) <= 0) {
        return start.plus(left);
      }
      left = left.minus(open);
    }
  }

  /** The date at an instant. */
  LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** The first instant of a date. */
  Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The hours of work of a day; empty if nobody works. */
  Optional<Shift> on(LocalDate day) {
    return hours.isEmpty()
        ? Optional.of(new Shift(startOf(day), startOf(day.plusDays(1))))
        : hours
            .filter(it -> it.days().contains(day.getDayOfWeek()))
            .map(
                it ->
                    new Shift(
                        day.atTime(it.from()).atZone(zone).toInstant(),
                        day.atTime(it.to()).atZone(zone).toInstant()));
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
