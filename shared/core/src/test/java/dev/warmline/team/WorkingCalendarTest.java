package dev.warmline.team;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.team.WorkingCalendar.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(MONDAY, FRIDAY);

  /** The worked examples that vendors of ticket systems publish: open from 10 to 18. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-04T15:00, 2026-03-05T17:00", // Wednesday to Thursday
    "2026-03-04T20:00, 2026-03-06T12:00", // Wednesday evening to Friday
    "2026-03-06T17:00, 2026-03-10T11:00" // Friday to Tuesday
  })
  void tenHoursOfEightHourDays(LocalDateTime from, LocalDateTime due) {
    var calendar = calendar(BERLIN, WORKDAYS, "10:00-18:00");

    assertThat(calendar.deadline(in(BERLIN, from), Duration.ofHours(10)))
        .isEqualTo(in(BERLIN, due));
  }

  @Test
  void aDemoRequestOnFridayEveningIsDueOnMondayInBerlinAndTheSameDayInCalifornia() {
    var asked = in(BERLIN, LocalDateTime.parse("2026-03-06T18:40"));
    var halfAnHour = Duration.ofMinutes(30);

    assertThat(calendar(BERLIN, WORKDAYS, "09:00-17:30").deadline(asked, halfAnHour))
        .isEqualTo(in(BERLIN, LocalDateTime.parse("2026-03-09T09:30")));
    assertThat(calendar(CALIFORNIA, WORKDAYS, "09:00-17:30").deadline(asked, halfAnHour))
        .isEqualTo(in(CALIFORNIA, LocalDateTime.parse("2026-03-06T10:10")));
  }

  @Test
  void theMiddayBreakDoesNotCount() {
    var calendar = calendar(BERLIN, WORKDAYS, "09:00-12:30", "13:00-17:30");
    var noon = in(BERLIN, LocalDateTime.parse("2026-03-02T12:00"));

    assertThat(calendar.deadline(noon, Duration.ofHours(1)))
        .isEqualTo(in(BERLIN, LocalDateTime.parse("2026-03-02T13:30")));
    assertThat(calendar.deadline(noon, Duration.ofMinutes(30)))
        .as("a shift's last instant is soon enough")
        .isEqualTo(in(BERLIN, LocalDateTime.parse("2026-03-02T12:30")));
  }

  @Test
  void nothingIsWorkedOnAHolidayNotEvenTheRestOfANight() {
    var nights =
        new WorkingCalendar(
            BERLIN,
            Map.of(THURSDAY, windows("22:00-06:00"), FRIDAY, windows("22:00-06:00")),
            Set.of(LocalDate.parse("2026-12-25")));
    var christmasEve = in(BERLIN, LocalDateTime.parse("2026-12-24T22:00"));

    assertThat(nights.deadline(christmasEve, Duration.ofHours(3)))
        .as("two hours until midnight, the next after the holiday")
        .isEqualTo(in(BERLIN, LocalDateTime.parse("2026-12-26T01:00")));
  }

  @Test
  void theNightThatTheClocksGoBackIsAnHourLonger() {
    var nights = calendar(BERLIN, EnumSet.allOf(DayOfWeek.class), "22:00-06:00");
    var saturday = in(BERLIN, LocalDateTime.parse("2026-10-24T22:00"));
    var sunday = in(BERLIN, LocalDateTime.parse("2026-10-25T06:00"));

    assertThat(nights.elapsed(saturday, sunday)).isEqualTo(Duration.ofHours(9));
  }

  @Test
  void aWindowInTheHourThatTheClocksSkipIsNotOpen() {
    var early = calendar(BERLIN, EnumSet.of(SUNDAY), "02:15-02:45");
    var sunday = in(BERLIN, LocalDateTime.parse("2026-03-29T00:00"));

    assertThat(early.deadline(sunday, Duration.ofMinutes(10)))
        .isEqualTo(in(BERLIN, LocalDateTime.parse("2026-04-05T02:25")));
  }

  @Test
  void theNightOfSundayGoesOnOnMonday() {
    var calendar = calendar(BERLIN, EnumSet.of(SUNDAY), "22:00-06:00");
    var sunday = in(BERLIN, LocalDateTime.parse("2026-03-08T23:00"));

    assertThat(calendar.deadline(sunday, Duration.ofHours(7)))
        .isEqualTo(in(BERLIN, LocalDateTime.parse("2026-03-09T06:00")));
    assertThat(calendar.isOpenOn(LocalDate.parse("2026-03-09"))).isTrue();
    assertThat(calendar.isOpenOn(LocalDate.parse("2026-03-10"))).isFalse();
  }

  @Test
  void windowsThatOverlapCountOnce() {
    var calendar = calendar(BERLIN, EnumSet.of(MONDAY, TUESDAY), "09:00-13:00", "12:00-10:00");

    assertThat(calendar.week().get(MONDAY)).containsExactly(new Window(540, 1440));
    assertThat(calendar.week().get(TUESDAY)).containsExactly(new Window(0, 1440));
    assertThat(calendar.week().get(WEDNESDAY)).containsExactly(new Window(0, 600));
  }

  @Test
  void measuringGoesOnAfterTheEndAndNeverRunsBackwards() {
    var calendar = calendar(BERLIN, WORKDAYS, "09:00-17:30");
    var monday = in(BERLIN, LocalDateTime.parse("2026-03-02T09:00"));
    var wednesday = in(BERLIN, LocalDateTime.parse("2026-03-04T10:00"));

    assertThat(calendar.elapsed(monday, wednesday)).isEqualTo(Duration.ofHours(18));
    assertThat(calendar.elapsed(wednesday, monday)).isZero();
  }

  @Test
  void nothingToWorkIsDoneWhenItOpens() {
    var calendar = calendar(BERLIN, WORKDAYS, "09:00-17:30");
    var evening = in(BERLIN, LocalDateTime.parse("2026-03-06T17:30"));

    assertThat(calendar.isOpen(evening)).isFalse();
    assertThat(calendar.deadline(evening, Duration.ZERO))
        .isEqualTo(in(BERLIN, LocalDateTime.parse("2026-03-09T09:00")));
  }

  @Test
  void aDeadlineYearsAheadIsFound() {
    var onceAWeek = calendar(BERLIN, EnumSet.of(MONDAY), "09:00-10:00");
    var monday = in(BERLIN, LocalDateTime.parse("2026-03-02T09:00"));

    assertThat(onceAWeek.deadline(monday, Duration.ofHours(521)))
        .isEqualTo(in(BERLIN, LocalDateTime.parse("2036-02-18T10:00")));
  }

  @Test
  void aCalendarThatIsNeverOpenIsNone() {
    assertThatThrownBy(() -> new WorkingCalendar(BERLIN, Map.of(), Set.of()))
        .hasMessage("a calendar is open at some time of the week");
    assertThatThrownBy(() -> new WorkingCalendar(BERLIN, Map.of(MONDAY, List.of()), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9:00-17:00", "09:00", "09:00-09:00", "24:00-08:00", "09:00-25:00", ""})
  void whatIsNoWindowIsNotRead(String text) {
    assertThat(Window.parse(text)).isEmpty();
  }

  @Test
  void aWholeDayAndANightAreWindows() {
    assertThat(Window.parse("00:00-24:00")).contains(new Window(0, 1440));
    assertThat(Window.parse("22:00-06:00")).contains(new Window(1320, 1800));
    assertThat(Window.parse("00:00-00:00")).isEmpty();
  }

  private static WorkingCalendar calendar(ZoneId zone, Set<DayOfWeek> days, String... windows) {
    var week = days.stream().collect(Collectors.toMap(day -> day, _ -> windows(windows)));
    return new WorkingCalendar(zone, week, Set.of());
  }

  private static List<Window> windows(String... texts) {
    return Arrays.stream(texts).map(text -> Window.parse(text).orElseThrow()).toList();
  }

  private static Instant in(ZoneId zone, LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }
}
