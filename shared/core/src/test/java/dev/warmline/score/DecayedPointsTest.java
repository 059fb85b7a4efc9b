package dev.warmline.score;

import static dev.warmline.score.Sample.a;
import static dev.warmline.score.Sample.model;
import static dev.warmline.score.Sample.points;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.rule.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecayedPointsTest {

  private static Model decaying(String points, String decay) {
    return model(
        "{'id':'r','when':{'event':['A']},'points':%s,'decay':{%s}}".formatted(points, decay),
        ",'lookback':'40d'");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:00:00Z, 10",
    "2026-03-06T00:00:00Z, 7.071",
    "2026-03-11T00:00:00Z, 5",
    "2026-03-21T00:00:00Z, 2.5",
    "2026-04-09T23:59:59.999Z, 0.625",
    "2026-04-10T00:00:00Z, 0"
  })
  void aHalfLifeHalves(String asOf, String points) {
    var model = decaying("10", "'half-life':'10d'");

    assertThat(points(model, asOf, a("1", "2026-03-01T00:00:00Z"))).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 2026-03-02T00:00:00Z, 0",
    "0.003, 2026-03-02T00:00:00Z, 0.002",
    "-0.001, 2026-03-02T00:00:00Z, 0",
    "-0.003, 2026-03-02T00:00:00Z, -0.002",
    "0.005, 2026-03-02T00:00:00Z, 0.002",
    "10, 2026-03-02T23:59:59.999Z, 0",
    "1000000, 2026-03-02T23:59:59.999Z, 0.006",
    "10, 2026-03-03T00:00:00Z, 0"
  })
  void aLinearDecayRoundsHalvesToTheEvenThousandth(String given, String asOf, String points) {
    var model = decaying(given, "'linear':'2d'");

    assertThat(points(model, asOf, a("1", "2026-03-01T00:00:00Z"))).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-02T23:59:59.999Z, 10", "2026-03-03T00:00:00Z, 0"})
  void anExpiringHitIsWholeUntilItsEnd(String asOf, String points) {
    var model = decaying("10", "'expires':'2d'");

    assertThat(points(model, asOf, a("1", "2026-03-01T00:00:00Z"))).isEqualTo(points);
  }
}
