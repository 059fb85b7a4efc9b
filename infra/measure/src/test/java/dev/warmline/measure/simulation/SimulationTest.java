package dev.warmline.measure.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.measure.proof.Main;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int SEEDS = 100;
  private static final int OTHERS = 6;
  private static final int PROCESSES = 4;

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

  /**
   * Sets and maps of the JDK have another order in every process, which nothing may follow. Two
   * elements have the same one in every second process, so there are several.
   */
  @Test
  void seedsRunTheSameInOtherProcesses() throws Exception {
    var others = new ArrayList<Process>();
    for (var i = 0; i < PROCESSES; i++) {
      others.add(process());
    }
    var here = Seeds.run(1, OTHERS, EnumSet.noneOf(Law.class), done -> {});

    for (var other : others) {
      assertThat(new String(other.getInputStream().readAllBytes(), UTF_8))
          .contains("the same wherever they run: %08x".formatted(Seeds.fingerprint(here)));
    }
  }

  private static Process process() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "simulation",
            "--seeds",
            Integer.toString(OTHERS))
        .redirectErrorStream(true)
        .start();
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
