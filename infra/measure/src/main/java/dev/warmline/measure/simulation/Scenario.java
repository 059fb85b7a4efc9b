package dev.warmline.measure.simulation;

import java.util.List;

/**
 * All that a run is made of: the same scenario always runs the same.
 *
 * @param seed of the order in which things happen
 */
record Scenario(long seed, List<Deed> deeds, List<Fault> faults, Manner manner) {
  Scenario {
    deeds = List.copyOf(deeds);
    faults = List.copyOf(faults);
  }

  Scenario with(List<Deed> deeds) {
    return new Scenario(seed, deeds, faults, manner);
  }

  Scenario withFaults(List<Fault> faults) {
    return new Scenario(seed, deeds, faults, manner);
  }

  Scenario with(Manner manner) {
    return new Scenario(seed, deeds, faults, manner);
  }
}
