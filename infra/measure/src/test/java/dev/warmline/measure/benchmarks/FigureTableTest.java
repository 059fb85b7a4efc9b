package dev.warmline.measure.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {
  private static Figure figure(String method, int rules, Double... perSecond) {
    return new Figure("EndToEnd", method, List.of("rules " + rules), List.of(perSecond));
  }

  @Test
  void showsMedianRatioAndGrowth() {
    var table =
        FigureTable.of(
            List.of(
                figure("ours", 20, 900.0, 1_000.0, 5_000.0),
                figure("plain", 20, 4_000.0),
                figure("ours", 2_000, 800.0),
                figure("plain", 2_000, 40.0)));

    var lines = table.lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
    assertThat(lines)
        .contains(
            "EndToEnd ours rules 20 1,000 410 % 0.250",
            "EndToEnd ours rules 2000 800 0 % 20.000",
            "EndToEnd ours 1.25x",
            "EndToEnd plain 100.00x");
  }
}
