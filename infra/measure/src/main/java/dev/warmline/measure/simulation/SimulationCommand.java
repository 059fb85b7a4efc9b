package dev.warmline.measure.simulation;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many seeds; for each law that is broken the first of them, made as short as it gets. */
@Command(
    name = "simulation",
    mixinStandardHelpOptions = true,
    description =
        "Runs the product on one thread, by seeds, with repeated, reordered and late records,"
            + " crashes between any two calls, lost answers, throttles, conflicts and clock jumps;"
            + " says which laws are broken, by which seed, and the shortest trace to it.")
public final class SimulationCommand implements Callable<Integer> {
  private static final int EVERY = 100;

  @Option(names = "--seeds", description = "how many (default: ${DEFAULT-VALUE})")
  private int seeds = 1_000;

  @Option(names = "--from", description = "the first seed (default: ${DEFAULT-VALUE})")
  private long from = 1;

  @Option(
      names = "--law",
      description = "only this law, several may be given: ${COMPLETION-CANDIDATES}")
  private Set<Law> laws = EnumSet.allOf(Law.class);

  @Option(names = "--first", description = "end with the first seed that breaks a law, and name it")
  private boolean isFirstOnly;

  @Option(
      names = "--tries",
      description = "how many runs to spend on a shorter trace; 0 for none (${DEFAULT-VALUE})")
  private int tries = 600;

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    return isFirstOnly ? first() : all();
  }

  private int first() {
    for (var seed = from; seed < from + seeds; seed++) {
      var broken = Seeds.run(seed, 1, laws, done -> {}).values().iterator().next().broken();
      if (!broken.isEmpty()) {
        out.println("seed " + seed + " breaks: " + broken.getFirst().words());
        return 1;
      }
    }
    out.println("no seed from " + from + " to " + (from + seeds - 1) + " breaks a law");
    return 0;
  }

  private int all() {
    var began = System.nanoTime();
    var runs = Seeds.run(from, seeds, laws, this::progress);
    var seconds = (System.nanoTime() - began) / 1_000_000_000.0;
    var steps = runs.values().stream().mapToInt(Seeds.Run::steps).summaryStatistics();
    var faults = runs.values().stream().mapToInt(Seeds.Run::faults).summaryStatistics();
    var notices = runs.values().stream().mapToInt(Seeds.Run::notices).sum();
    out.printf("%d seeds in %.1f s; %d notices published%n", runs.size(), seconds, notices);
    out.printf("steps a seed: %.0f, at least %d%n", steps.getAverage(), steps.getMin());
    out.printf("faults a seed: %.1f, at least %d%n", faults.getAverage(), faults.getMin());
    out.printf("the same wherever they run: %08x%n", Seeds.fingerprint(runs));
    var broken = Seeds.byLaw(runs);
    laws.forEach(law -> out.println(verdict(law, broken.getOrDefault(law, List.of()))));
    broken.forEach((law, by) -> show(law, by.getFirst()));
    return broken.isEmpty() ? 0 : 1;
  }

  private void progress(int done) {
    if (done % EVERY == 0) {
      System.err.printf("%d of %d seeds%n", done, seeds);
    }
  }

  private static String verdict(Law law, List<Long> by) {
    return by.isEmpty()
        ? "holds   " + law.words()
        : "BROKEN  " + law.words() + " (" + law + "), by " + by.size() + " seeds: " + some(by);
  }

  private static String some(List<Long> seeds) {
    var first = seeds.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "));
    return seeds.size() > 10 ? first + ", ..." : first;
  }

  private static boolean isBroken(Law law, Scenario scenario) {
    return !Simulation.run(scenario, false).breaches(law).isEmpty();
  }

  private void show(Law law, long seed) {
    var scenario = Shrinker.shrink(Workload.of(seed), it -> isBroken(law, it), tries);
    var outcome = Simulation.run(scenario, true);
    out.printf("%nSeed %d breaks: %s.%n", seed, law.words());
    out.println("  It needs " + scenario.manner() + " and these faults: " + scenario.faults());
    outcome.shortTrace(law).forEach(line -> out.println("  " + line));
    outcome.breaches(law).forEach(breach -> out.println("  => " + breach));
  }
}
