package dev.warmline.measure.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Takes away what a failure does not need, as long as tries are left. */
final class Shrinker {
  private static final List<UnaryOperator<Manner>> LESS_ROUGH =
      List.of(
          Manner::withoutRepetition,
          Manner::withoutInterleaving,
          Manner::withoutDelay,
          Manner::withoutShuffling);

  private final Predicate<Scenario> failure;
  private int tries;

  private Shrinker(Predicate<Scenario> failure, int tries) {
    this.failure = failure;
    this.tries = tries;
  }

  /**
   * A scenario with as little in it as was found that still fails.
   *
   * @param tries how many runs that may take
   */
  static Scenario shrink(Scenario scenario, Predicate<Scenario> failure, int tries) {
    var shrinker = new Shrinker(failure, tries);
    var calm = shrinker.calmer(scenario);
    var size = Integer.MAX_VALUE;
    var shrunk = calm;
    while (size(shrunk) < size && shrinker.tries > 0) {
      size = size(shrunk);
      var start = shrunk;
      var fewerFaults = shrinker.without(start.faults(), start::withFaults);
      shrunk = shrinker.without(fewerFaults.deeds(), fewerFaults::with);
    }
    return shrinker.calmer(shrunk);
  }

  private static int size(Scenario scenario) {
    return scenario.deeds().size() + scenario.faults().size();
  }

  /** Every roughness that the failure does not need goes. */
  private Scenario calmer(Scenario scenario) {
    if (fails(scenario.with(Manner.CALM))) {
      return scenario.with(Manner.CALM);
    }
    var calmest = scenario;
    for (var less : LESS_ROUGH) {
      var candidate = calmest.with(less.apply(calmest.manner()));
      calmest = fails(candidate) ? candidate : calmest;
    }
    return calmest;
  }

  /** Leaves out ever smaller parts of a list, from the end. */
  private <T> Scenario without(List<T> all, Function<List<T>, Scenario> scenarioOf) {
    var kept = all;
    for (var part = Math.max(1, all.size() / 2); part > 0; part /= 2) {
      for (var from = kept.size() - part; from >= 0; from -= part) {
        var fewer = new ArrayList<>(kept.subList(0, from));
        fewer.addAll(kept.subList(from + part, kept.size()));
        if (fails(scenarioOf.apply(fewer))) {
          kept = List.copyOf(fewer);
        }
      }
    }
    return scenarioOf.apply(kept);
  }

  private boolean fails(Scenario scenario) {
    return tries-- > 0 && failure.test(scenario);
  }
}
