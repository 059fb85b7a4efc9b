package dev.warmline.score;

import static dev.warmline.score.Sample.a;
import static dev.warmline.score.Sample.event;
import static dev.warmline.score.Sample.hits;
import static dev.warmline.score.Sample.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import org.junit.jupiter.api.Test;

class LimitCounterTest {
  private static final String NOW = "2026-04-20T00:00:00Z";

  private static Model limited(String limit) {
    return model(
        "{'id':'r','when':{'event':['A']},'points':10,'limit':{%s}}".formatted(limit),
        ",'time-zone':'Europe/Berlin'");
  }

  @Test
  void withoutAPeriodTheFirstHitsStay() {
    var hits =
        hits(
            limited("'times':2"),
            NOW,
            a("1", "2026-01-01T00:00:00Z"),
            a("2", "2026-02-01T00:00:00Z"),
            a("3", "2026-03-01T00:00:00Z"));

    assertThat(hits).containsExactly("1", "2");
  }

  @Test
  void anExpiredHitGivesItsPlaceFree() {
    var old = a("1", "2026-03-01T00:00:00Z");
    var young = a("2", "2026-04-01T00:00:00Z");
    var model = limited("'times':1");

    assertThat(hits(model, "2027-04-04T23:59:59.999Z", old, young)).containsExactly("1");
    assertThat(hits(model, "2027-04-05T00:00:00Z", old, young)).containsExactly("2");
  }

  @Test
  void aHitTooOldToBeWorthAnythingStillHoldsItsPlace() {
    var model =
        model(
            "{'id':'r','when':{'event':['A']},'points':10,'limit':{'times':1}}",
            ",'lookback':'10d'");

    assertThat(
            hits(
                model,
                "2026-03-20T00:00:00Z",
                a("1", "2026-03-01T00:00:00Z"),
                a("2", "2026-03-19T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void daysAreDaysOfTheModelsTimeZoneAlsoWhenTheClocksChange() {
    var hits =
        hits(
            limited("'times':1,'per':'day'"),
            NOW,
            a("1", "2026-03-28T22:59:59.999Z"),
            a("2", "2026-03-28T23:00:00Z"),
            a("3", "2026-03-29T21:59:59.999Z"),
            a("4", "2026-03-29T22:00:00Z"));

    assertThat(hits).containsExactly("1", "2", "4");
  }

  @Test
  void weeksBeginOnMondayAndMonthsOnTheFirst() {
    Event[] events = {
      a("1", "2026-03-29T21:59:00Z"), a("2", "2026-03-29T22:01:00Z"),
      a("3", "2026-03-31T21:59:00Z"), a("4", "2026-03-31T22:01:00Z")
    };

    assertThat(hits(limited("'times':1,'per':'week'"), NOW, events)).containsExactly("1", "2");
    assertThat(hits(limited("'times':1,'per':'month'"), NOW, events)).containsExactly("1", "4");
  }

  @Test
  void aWindowOpensAtAKeptHitAndItsEndIsExcluded() {
    var hits =
        hits(
            limited("'times':1,'per':'24h'"),
            NOW,
            a("1", "2026-03-01T12:00:00Z"),
            a("2", "2026-03-02T11:59:59.999Z"),
            a("3", "2026-03-02T12:00:00Z"),
            a("4", "2026-03-03T11:00:00Z"));

    assertThat(hits).containsExactly("1", "3");
  }

  @Test
  void valuesAreCountedApartAndHitsWithoutOneAreOneValue() {
    var hits =
        hits(
            limited("'times':1,'distinct':'properties.title'"),
            NOW,
            titled("1", "'one'"),
            titled("2", "'two'"),
            titled("3", "'one'"),
            titled("4", "null"),
            a("5", "2026-03-05T00:00:00Z"));

    assertThat(hits).containsExactly("1", "2", "4");
  }

  @Test
  void aNumberIsOneValueHoweverItIsWrittenAndAnotherThanItsText() {
    var hits =
        hits(
            limited("'times':1,'distinct':'properties.title'"),
            NOW,
            titled("1", "500"),
            titled("2", "'500'"),
            titled("3", "500.0"),
            titled("4", "5e2"),
            titled("5", "true"),
            titled("6", "'true'"));

    assertThat(hits).containsExactly("1", "2", "5", "6");
  }

  private static Event titled(String id, String title) {
    return event(
        "{'id':'%s','type':'track','event':'A','occurredAt':'2026-03-0%sT00:00:00Z','properties':{'title':%s}}"
            .formatted(id, id, title));
  }
}
