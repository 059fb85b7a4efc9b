package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import dev.warmline.rule.Model;
import dev.warmline.team.QueueTurns;
import dev.warmline.team.TeamQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
  private static final Instant MONDAY_AT_NINE = Instant.parse("2026-03-02T08:00:00Z");
  private static final Optional<String> QUEUE = Optional.of("inbound");
  private static final Model BERLIN =
      model(
          """
          ,"time-zone":"Europe/Berlin","sla":{"accept-within":"4h",
           "business-hours":{"days":["mon","tue","wed","thu","fri"],"from":"09:00","to":"17:00"}}\
          """);
  private static final Model ALWAYS = model("");

  @Test
  void aDayIsSpreadEvenlyOverTheHoursOfWork() {
    var pace = Pace.of(QUEUE, 4, BERLIN, MONDAY_AT_NINE);

    assertThat(turns(pace, BERLIN, MONDAY_AT_NINE, Duration.ofHours(24)))
        .containsExactly(
            "2026-03-02T08:00:00Z",
            "2026-03-02T10:00:00Z",
            "2026-03-02T12:00:00Z",
            "2026-03-02T14:00:00Z",
            "2026-03-03T08:00:00Z");
  }

  @Test
  void whatIsSetInTheEveningOrOnSaturdayBeginsOnTheNextWorkingDay() {
    var mondayEvening = Instant.parse("2026-03-02T16:00:00Z");
    var saturday = Instant.parse("2026-03-07T10:00:00Z");

    assertThat(Pace.of(QUEUE, 4, BERLIN, mondayEvening).due())
        .contains(Instant.parse("2026-03-03T08:00:00Z"));
    assertThat(Pace.of(QUEUE, 4, BERLIN, saturday).due())
        .contains(Instant.parse("2026-03-09T08:00:00Z"));
  }

  @Test
  void withoutHoursOfWorkTheWholeDayCounts() {
    var pace = Pace.of(QUEUE, 3, ALWAYS, Instant.parse("2026-03-07T00:00:00Z"));

    assertThat(turns(pace, ALWAYS, Instant.parse("2026-03-07T00:00:00Z"), Duration.ofHours(25)))
        .containsExactly(
            "2026-03-07T00:00:00Z",
            "2026-03-07T08:00:00Z",
            "2026-03-07T16:00:00Z",
            "2026-03-08T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 480})
  void asManyAsItSaysAreReleasedOnADayThatIsTickedEveryMinute(int perDay) {
    var pace = Pace.of(QUEUE, perDay, BERLIN, MONDAY_AT_NINE);

    assertThat(turns(pace, BERLIN, MONDAY_AT_NINE, Duration.ofHours(23))).hasSize(perDay);
  }

  @Test
  void ofMoreThanOneAMinuteThoseOfTheLastMinuteAreNotReleased() {
    var pace = Pace.of(QUEUE, 4_800, BERLIN, MONDAY_AT_NINE);

    assertThat(turns(pace, BERLIN, MONDAY_AT_NINE, Duration.ofHours(23))).hasSize(4_791);
  }

  @Test
  void whatAnHourWithoutTheClockMissedIsMadeUpForTheSameDayAlone() {
    var pace = Pace.of(QUEUE, 8, BERLIN, MONDAY_AT_NINE);

    var afternoon = turnsAt(pace, BERLIN, Instant.parse("2026-03-02T11:30:00Z"));
    assertThat(afternoon.released()).isEqualTo(4);
    assertThat(afternoon.due()).contains(Instant.parse("2026-03-02T12:00:00Z"));

    var nextDay = turnsAt(afternoon, BERLIN, Instant.parse("2026-03-03T09:30:00Z"));
    assertThat(nextDay.released()).isZero();
    assertThat(nextDay.due()).contains(Instant.parse("2026-03-03T10:00:00Z"));
  }

  @Test
  void aTurnThatCameAfterTheHoursIsGone() {
    var last = Pace.of(QUEUE, 8, BERLIN, Instant.parse("2026-03-02T15:00:00Z"));

    assertThat(last.hasTurn(BERLIN, Instant.parse("2026-03-02T15:59:00Z"))).isTrue();
    assertThat(last.hasTurn(BERLIN, Instant.parse("2026-03-02T16:00:00Z"))).isFalse();
  }

  @Test
  void aTurnAtWhichNobodyWaitsIsNotKept() {
    var pace = Pace.of(QUEUE, 8, BERLIN, MONDAY_AT_NINE).passed(BERLIN, MONDAY_AT_NINE);

    assertThat(pace.released()).isZero();
    assertThat(pace.due()).contains(Instant.parse("2026-03-02T09:00:00Z"));
  }

  @Test
  void anotherNumberCountsWhatWasReleasedThatDay() {
    var noon = Instant.parse("2026-03-02T11:00:00Z");
    var pace = turnsAt(Pace.of(QUEUE, 8, BERLIN, MONDAY_AT_NINE), BERLIN, noon);
    assertThat(pace.released()).isEqualTo(4);

    assertThat(pace.with(4, BERLIN, noon).due()).contains(Instant.parse("2026-03-03T08:00:00Z"));
    assertThat(pace.with(3, BERLIN, noon).due()).contains(Instant.parse("2026-03-03T08:00:00Z"));
    var more = pace.with(16, BERLIN, noon.plusSeconds(1));
    assertThat(more.due()).contains(Instant.parse("2026-03-02T11:30:00Z"));
    assertThat(more.released()).isEqualTo(4);
  }

  @Test
  void aPausedPaceHasNoTurnAndRemembersTheDay() {
    var noon = Instant.parse("2026-03-02T11:00:00Z");
    var paused = turnsAt(Pace.of(QUEUE, 8, BERLIN, MONDAY_AT_NINE), BERLIN, noon).paused();

    assertThat(paused.due()).isEmpty();
    assertThat(paused.hasTurn(BERLIN, noon.plusSeconds(3_600))).isFalse();
    var resumed = paused.resumed(BERLIN, Instant.parse("2026-03-02T13:10:00Z"));
    assertThat(resumed.due()).contains(Instant.parse("2026-03-02T14:00:00Z"));
    assertThat(resumed.released()).isEqualTo(4);
  }

  @Test
  void eachChangeIsAnotherVersion() {
    var pace = Pace.of(QUEUE, 8, BERLIN, MONDAY_AT_NINE);

    assertThat(pace.version()).isEqualTo(1);
    assertThat(
            List.of(
                pace.paused(),
                pace.resumed(BERLIN, MONDAY_AT_NINE),
                pace.with(3, BERLIN, MONDAY_AT_NINE),
                pace.released(BERLIN, MONDAY_AT_NINE),
                pace.passed(BERLIN, MONDAY_AT_NINE)))
        .extracting(Pace::version)
        .containsOnly(2L);
  }

  @Test
  void theMeanIsOfTheLastTwentyWorkingDaysBeforeToday() {
    var first = Instant.parse("2026-02-02T12:00:00Z");
    var announced = new ArrayList<Instant>();
    for (var n = 0; n < 400; n++) {
      announced.add(first.plus(Duration.ofHours(n)));
    }

    assertThat(Pace.meanFrom(BERLIN, MONDAY_AT_NINE)).isEqualTo("2026-02-01T23:00:00Z");
    assertThat(Pace.mean(announced, BERLIN, MONDAY_AT_NINE)).isEqualTo(20);
    announced.add(MONDAY_AT_NINE);
    announced.add(Instant.parse("2026-02-01T22:59:59Z"));
    assertThat(Pace.mean(announced, BERLIN, MONDAY_AT_NINE)).isEqualTo(20);
  }

  @Test
  void fewAnnouncementsStillMakeAPaceOfFive() {
    assertThat(Pace.mean(List.of(), BERLIN, MONDAY_AT_NINE)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_001})
  void aPaceOfNobodyOrOfTooManyIsNone(int perDay) {
    assertThatThrownBy(() -> Pace.of(QUEUE, perDay, BERLIN, MONDAY_AT_NINE))
        .hasMessage("a pace is from 1 to 10000 a day");
  }

  /** When one is released, by a clock that ticks every minute. */
  private static List<String> turns(Pace begun, Model model, Instant from, Duration time) {
    var turns = new ArrayList<String>();
    var pace = begun;
    for (var now = from; !now.isAfter(from.plus(time)); now = now.plusSeconds(60)) {
      while (pace.isDue(now)) {
        if (pace.hasTurn(model, now)) {
          turns.add(now.toString());
          pace = pace.released(model, now);
        } else {
          pace = pace.passed(model, now);
        }
      }
    }
    return turns;
  }

  private static Pace turnsAt(Pace begun, Model model, Instant now) {
    var pace = begun;
    while (pace.isDue(now)) {
      pace = pace.hasTurn(model, now) ? pace.released(model, now) : pace.passed(model, now);
    }
    return pace;
  }

  private static Model model(String more) {
    var text =
        """
        {"name":"paced","scores":{"engagement":{"rules":[
           {"id":"visit","when":{"type":["page"]},"points":10}]}},
         "qualify":{"enter":{"score":"engagement","at-least":30}}%s}
        """
            .formatted(more);
    try {
      return Model.of((ObjectNode) Json.read(text), 1);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void withoutANumberItIsWhatTheTeamSaysElseThePlacesThatAreFree() {
    var turns = QueueTurns.none("inbound").assigned("l-1#1", "kim", Instant.EPOCH);

    assertThat(Pace.usual(queue(Optional.of(3), Optional.of(15)), turns)).contains(15);
    assertThat(Pace.usual(queue(Optional.of(3), Optional.empty()), turns)).contains(5);
    assertThat(Pace.usual(queue(Optional.of(1), Optional.empty()), turns)).contains(1);
    assertThat(Pace.usual(queue(Optional.empty(), Optional.empty()), turns)).isEmpty();
  }

  private static TeamQueue queue(Optional<Integer> capacity, Optional<Integer> perDay) {
    return new TeamQueue(
        "inbound",
        List.of("kim", "bo"),
        false,
        Optional.empty(),
        TeamQueue.Give.IN_TURN,
        capacity,
        new TeamQueue.WhenAllAway.Hold(),
        Optional.empty(),
        perDay,
        Optional.empty(),
        Optional.empty());
  }
}
