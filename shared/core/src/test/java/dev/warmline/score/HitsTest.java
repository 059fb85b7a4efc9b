package dev.warmline.score;

import static dev.warmline.score.Sample.a;
import static dev.warmline.score.Sample.hits;
import static dev.warmline.score.Sample.model;
import static dev.warmline.score.Sample.points;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HitsTest {
  private static final String RULE = "{'id':'r','when':{'event':['A']},'points':10,%s}";

  @Test
  void theThirdMatchWithinTheTimeIsAHitAndUsesUpTheOthers() {
    var model = model(RULE.formatted("'after':{'times':3,'within':'1d'}"));

    var hits =
        hits(
            model,
            "2026-03-10T00:00:00Z",
            a("1", "2026-03-01T00:00:00Z"),
            a("2", "2026-03-01T01:00:00Z"),
            a("3", "2026-03-01T02:00:00Z"),
            a("4", "2026-03-01T03:00:00Z"),
            a("5", "2026-03-01T04:00:00Z"),
            a("6", "2026-03-01T05:00:00Z"));

    assertThat(hits).containsExactly("3", "6");
  }

  @Test
  void aMatchExactlySoOldNoLongerHelps() {
    var model = model(RULE.formatted("'after':{'times':2,'within':'1d'}"));

    assertThat(
            hits(
                model,
                "2026-03-10T00:00:00Z",
                a("1", "2026-03-01T00:00:00Z"),
                a("2", "2026-03-02T00:00:00Z")))
        .isEmpty();
    assertThat(
            hits(
                model,
                "2026-03-10T00:00:00Z",
                a("1", "2026-03-01T00:00:00.001Z"),
                a("2", "2026-03-02T00:00:00Z")))
        .containsExactly("2");
  }

  @Test
  void perDayOnlyTheFirstMatchOfEachLocalDayCounts() {
    var model =
        model(
            RULE.formatted("'after':{'times':2,'within':'7d','per':'day'}"),
            ",'time-zone':'Europe/Berlin'");

    var hits =
        hits(
            model,
            "2026-04-10T00:00:00Z",
            a("1", "2026-03-28T22:59:00Z"),
            a("2", "2026-03-28T23:01:00Z"),
            a("3", "2026-03-29T21:59:00Z"),
            a("4", "2026-03-29T22:01:00Z"),
            a("5", "2026-03-30T22:01:00Z"));

    assertThat(hits).containsExactly("2", "5");
  }

  @Test
  void silenceTakesPointsAwayOnceItHasLasted() {
    var model = model("{'id':'r','when':{'event':['A']},'points':-10,'quiet':'30d'}");
    var visit = a("1", "2026-03-01T00:00:00Z");

    assertThat(points(model, "2026-03-30T23:59:59.999Z", visit)).isEqualTo("0");
    assertThat(points(model, "2026-03-31T00:00:00Z", visit)).isEqualTo("-10");
  }

  @Test
  void aMatchDuringTheSilenceBreaksItAndOneAtItsEndDoesNot() {
    var model = model("{'id':'r','when':{'event':['A']},'points':-10,'quiet':'1d'}");

    assertThat(
            hits(
                model,
                "2026-03-02T12:00:00Z",
                a("1", "2026-03-01T00:00:00Z"),
                a("2", "2026-03-01T23:59:59.999Z")))
        .isEmpty();
    assertThat(
            hits(
                model,
                "2026-03-02T12:00:00Z",
                a("1", "2026-03-01T00:00:00Z"),
                a("2", "2026-03-02T00:00:00Z")))
        .containsExactly("1");
  }
}
