package dev.warmline.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A week as calendars number it: from its Monday to the Sunday after it. */
public record ReportWeek(LocalDate monday) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{4})-W([0-9]{2})");
  private static final int JANUARY_4 = 4;

  public ReportWeek {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("a week begins on a Monday");
    }
  }

  /** The one that an instant is in. */
  public static ReportWeek of(Instant at, ZoneId zone) {
    var date = at.atZone(zone).toLocalDate();
    return new ReportWeek(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** The week that {@link #text} names; empty if there is none. */
  public static Optional<ReportWeek> parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var first = LocalDate.of(Integer.parseInt(parts.group(1)), 1, JANUARY_4);
    var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var week = new ReportWeek(monday.plusWeeks(Integer.parseInt(parts.group(2)) - 1L));
    return Optional.of(week).filter(it -> it.text().equals(text));
  }

  /** So many weeks later. */
  public ReportWeek plus(int weeks) {
    return new ReportWeek(monday.plusWeeks(weeks));
  }

  /** When it begins in a zone. */
  public Instant start(ZoneId zone) {
    return monday.atStartOfDay(zone).toInstant();
  }

  /** Its Sunday. */
  public LocalDate sunday() {
    return monday.plusDays(6);
  }

  /** For example {@code 2026-W10}. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        monday.get(IsoFields.WEEK_BASED_YEAR),
        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  @Override
  public String toString() {
    return text();
  }
}
