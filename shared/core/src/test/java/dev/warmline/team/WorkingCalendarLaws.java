package dev.warmline.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.team.WorkingCalendar.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every calendar, over two years and in zones that change their clocks oddly. */
class WorkingCalendarLaws {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final long TWO_YEARS = Duration.ofDays(730).toSeconds();
  private static final int DAY = 24 * 60;

  /** Half an hour, at midnight, none at all, the other way round, once over the date line. */
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/Los_Angeles",
          "Australia/Lord_Howe",
          "America/Santiago",
          "Atlantic/Azores",
          "Asia/Kathmandu",
          "Africa/Casablanca",
          "Pacific/Auckland");

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(0, TWO_YEARS).map(FIRST::plusSeconds);
  }

  @Provide
  Arbitrary<Duration> durations() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 1_500).map(Duration::ofMinutes),
        Arbitraries.integers().between(0, 2_000_000).map(Duration::ofSeconds));
  }

  @Provide
  Arbitrary<WorkingCalendar> calendars() {
    return calendars(Arbitraries.of(ZONES));
  }

  @Provide
  Arbitrary<WorkingCalendar> withoutClockChanges() {
    return calendars(Arbitraries.of("UTC", "Asia/Kathmandu", "Asia/Tokyo"));
  }

  private static Arbitrary<WorkingCalendar> calendars(Arbitrary<String> zones) {
    var window =
        Combinators.combine(
                Arbitraries.integers().between(0, DAY - 1), Arbitraries.integers().between(1, DAY))
            .as((from, length) -> new Window(from, from + length));
    var usual =
        Arbitraries.of("00:00-24:00", "22:00-06:00", "09:00-12:30", "13:00-17:30", "02:00-03:00")
            .map(text -> Window.parse(text).orElseThrow());
    var day = Arbitraries.oneOf(usual, window).list().ofMinSize(1).ofMaxSize(3);
    var week = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), day).ofMinSize(1).ofMaxSize(7);
    var holidays =
        Arbitraries.integers()
            .between(0, 800)
            .map(LocalDate.parse("2025-12-31")::plusDays)
            .set()
            .ofMaxSize(60);
    return Combinators.combine(zones.map(ZoneId::of), week, holidays).as(WorkingCalendar::new);
  }

  @Property
  void whatIsWorkedUntilADeadlineIsWhatItWasGiven(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant from,
      @ForAll("durations") Duration worked) {
    var deadline = calendar.deadline(from, worked);

    assertThat(deadline).isAfterOrEqualTo(from);
    assertThat(calendar.elapsed(from, deadline)).isEqualTo(worked);
    assertThat(
            worked.isZero() || calendar.elapsed(from, deadline.minusNanos(1)).compareTo(worked) < 0)
        .as("not an instant too late")
        .isTrue();
  }

  @Property
  void whoStartsLaterOrHasMoreToDoIsNeverDueSooner(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant one,
      @ForAll("instants") Instant other,
      @ForAll("durations") Duration worked,
      @ForAll("durations") Duration more) {
    var first = one.isBefore(other) ? one : other;
    var second = one.isBefore(other) ? other : one;

    assertThat(calendar.deadline(first, worked))
        .isBeforeOrEqualTo(calendar.deadline(second, worked))
        .isBeforeOrEqualTo(calendar.deadline(first, worked.plus(more)));
  }

  @Property(tries = 200)
  void whatIsWorkedAddsUp(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("instants") Instant from,
      @ForAll("durations") Duration first,
      @ForAll("durations") Duration second) {
    var middle = from.plus(first);
    var to = middle.plus(second);

    assertThat(calendar.elapsed(from, middle).plus(calendar.elapsed(middle, to)))
        .isEqualTo(calendar.elapsed(from, to));
  }

  @Property(tries = 100)
  void aCalendarThatNeverClosesLosesNoMinute(
      @ForAll("instants") Instant from, @ForAll("durations") Duration worked) {
    for (var zone : ZONES) {
      var day = List.of(Window.parse("00:00-24:00").orElseThrow());
      var nights = List.of(Window.parse("22:00-06:00").orElseThrow());
      var days = List.of(Window.parse("06:00-22:00").orElseThrow());
      var whole = everyDay(zone, day);
      var shifts =
          new WorkingCalendar(
              ZoneId.of(zone), everyDay(List.of(nights.getFirst(), days.getFirst())), Set.of());

      assertThat(whole.elapsed(from, from.plus(worked))).isEqualTo(worked);
      assertThat(shifts).isEqualTo(whole).isEqualTo(WorkingCalendar.always(ZoneId.of(zone)));
    }
  }

  @Property(tries = 50)
  void elapsedCountsTheMinutesThatAreOpen(
      @ForAll("withoutClockChanges") WorkingCalendar calendar,
      @ForAll("instants") Instant someTime) {
    var from = Instant.ofEpochSecond(Math.floorDiv(someTime.getEpochSecond(), 60) * 60);
    var open = 0;
    for (var minute = 0; minute < 8 * DAY; minute++) {
      open += isOpen(calendar, from.plusSeconds(60L * minute)) ? 1 : 0;
    }

    assertThat(calendar.elapsed(from, from.plus(Duration.ofDays(8))))
        .isEqualTo(Duration.ofMinutes(open));
  }

  private static boolean isOpen(WorkingCalendar calendar, Instant at) {
    var local = at.atZone(calendar.zone());
    var minute = local.getHour() * 60 + local.getMinute();
    return !calendar.holidays().contains(local.toLocalDate())
        && calendar.week().getOrDefault(local.getDayOfWeek(), List.of()).stream()
            .anyMatch(window -> window.from() <= minute && minute < window.to());
  }

  private static WorkingCalendar everyDay(String zone, List<Window> windows) {
    return new WorkingCalendar(ZoneId.of(zone), everyDay(windows), Set.of());
  }

  private static Map<DayOfWeek, List<Window>> everyDay(List<Window> windows) {
    return Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> windows));
  }
}
