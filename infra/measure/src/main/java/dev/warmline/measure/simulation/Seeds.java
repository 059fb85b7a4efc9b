package dev.warmline.measure.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs many seeds, one after the other: two at a time in one process would meet at the locks of the
 * libraries, and a thread that waits for a lock waits outside of the order of its run.
 */
public final class Seeds {
  /** What is warned of in a run is part of it, and nobody reads a thousand of them. */
  private static final Logger PRODUCT = Logger.getLogger("dev.warmline");

  private Seeds() {}

  /**
   * What came of one seed.
   *
   * @param fingerprint the same wherever and whenever the seed runs
   * @param broken the laws it broke
   */
  public record Run(int steps, int faults, int notices, int fingerprint, List<Law> broken) {
    public Run {
      broken = List.copyOf(broken);
    }
  }

  /**
   * Runs seeds from one on.
   *
   * @param progress is told how many are done
   * @return what came of each, by seed
   */
  public static Map<Long, Run> run(long from, int count, Set<Law> laws, IntConsumer progress) {
    PRODUCT.setLevel(Level.OFF);
    var runs = new TreeMap<Long, Run>();
    for (var seed = from; seed < from + count; seed++) {
      runs.put(seed, run(seed, laws));
      progress.accept(runs.size());
    }
    return runs;
  }

  private static Run run(long seed, Set<Law> laws) {
    var outcome = Simulation.run(Workload.of(seed), false);
    var broken = laws.stream().filter(law -> !outcome.breaches(law).isEmpty()).toList();
    var notices = outcome.evidence().getLast().published().size();
    return new Run(outcome.steps(), outcome.faults(), notices, outcome.fingerprint(), broken);
  }

  /** One number for what all of them did. */
  static int fingerprint(Map<Long, Run> runs) {
    return runs.values().stream().map(Run::fingerprint).toList().hashCode();
  }

  /** For each broken law the seeds that break it, the smallest first. */
  static Map<Law, List<Long>> byLaw(Map<Long, Run> runs) {
    var seeds = new EnumMap<Law, List<Long>>(Law.class);
    for (var law : Law.values()) {
      var breaking =
          runs.entrySet().stream()
              .filter(run -> run.getValue().broken().contains(law))
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      if (!breaking.isEmpty()) {
        seeds.put(law, breaking);
      }
    }
    return seeds;
  }
}
