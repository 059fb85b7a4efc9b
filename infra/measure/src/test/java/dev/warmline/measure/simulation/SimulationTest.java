package dev.warmline.measure.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int SEEDS = 100;

  @Test
  void aHundredSeedsKeepToEveryLawWithEnoughGoingWrong() {
    var runs = Seeds.run(1, SEEDS, EnumSet.allOf(Law.class), done -> {});

    assertThat(Seeds.byLaw(runs)).isEmpty();
    assertThat(runs.values())
        .hasSize(SEEDS)
        .allSatisfy(run -> assertThat(run.steps()).isGreaterThanOrEqualTo(200))
        .allSatisfy(run -> assertThat(run.faults()).isGreaterThanOrEqualTo(5));
    assertThat(runs.values()).anySatisfy(run -> assertThat(run.notices()).isPositive());
  }

  @Test
  void aSeedAlwaysRunsTheSame() {
    var first = Simulation.run(Workload.of(7), true).trace().lines();
    var second = Simulation.run(Workload.of(7), true).trace().lines();

    assertThat(second).isEqualTo(first).hasSizeGreaterThan(100);
  }

  @Test
  void whatAFailureDoesNotNeedIsTakenAway() {
    var scenario = Workload.of(1);
    var needed = scenario.deeds().get(17);
    var fault = scenario.faults().get(3);

    var shrunk =
        Shrinker.shrink(
            scenario,
            it ->
                it.deeds().contains(needed) && it.faults().contains(fault) && it.manner().delayed(),
            200);

    assertThat(shrunk.deeds()).containsExactly(needed);
    assertThat(shrunk.faults()).containsExactly(fault);
    assertThat(shrunk.manner()).isEqualTo(new Manner(false, false, false, true));
  }
}
