package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.rule.Sla.BusinessHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {
  private static final WorkingTime BERLIN =
      new WorkingTime(
          Optional.of(
              new BusinessHours(
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                  LocalTime.of(9, 0),
                  LocalTime.of(17, 30))),
          ZoneId.of("Europe/Berlin"));

  @Test
  void withoutHoursTheClockAlwaysRuns() {
    var always = new WorkingTime(Optional.empty(), ZoneId.of("UTC"));

    assertThat(always.after(Instant.parse("2026-03-07T22:00:00Z"), Duration.ofHours(4)))
        .isEqualTo(Instant.parse("2026-03-08T02:00:00Z"));
  }

  @Test
  void anAlertOnFridayEveningIsDueOnMonday() {
    var fridayAtFive = Instant.parse("2026-03-06T16:00:00Z");

    var due = BERLIN.after(fridayAtFive, Duration.ofHours(4));

    assertThat(due).isEqualTo(Instant.parse("2026-03-09T11:30:00Z"));
  }

  @Test
  void timeBeforeOpeningDoesNotCount() {
    var mondayAtSix = Instant.parse("2026-03-09T05:00:00Z");

    assertThat(BERLIN.after(mondayAtSix, Duration.ofHours(1)))
        .isEqualTo(Instant.parse("2026-03-09T09:00:00Z"));
  }

  @Test
  void theHoursFollowTheClockChange() {
    var fridayBeforeTheChange = Instant.parse("2026-03-27T16:30:00Z");

    assertThat(BERLIN.after(fridayBeforeTheChange, Duration.ofHours(1)))
        .isEqualTo(Instant.parse("2026-03-30T08:00:00Z"));
  }
}
