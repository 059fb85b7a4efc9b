package dev.warmline.measure.simulation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a run ended.
 *
 * @param evidence once all was worked off and only time had to pass, and at the end
 * @param steps how often something ran until it waited
 * @param faults how many of the faults struck
 * @param fingerprint another one if anything was called otherwise, almost surely
 * @param trace what happened, if it was kept
 */
record Outcome(List<Aftermath> evidence, int steps, int faults, int fingerprint, Trace trace) {
  Outcome {
    evidence = List.copyOf(evidence);
  }

  /** What happened until the law was broken, as far as the evidence tells. */
  List<String> shortTrace(Law law) {
    var first = evidence.stream().filter(it -> !law.breaches(it).isEmpty()).findFirst();
    var lines = trace.lines();
    return first.map(it -> lines.subList(0, Math.min(it.traced(), lines.size()))).orElse(lines);
  }

  /** How a law was broken, in words; empty if it holds. */
  Set<String> breaches(Law law) {
    var words = new LinkedHashSet<String>();
    evidence.forEach(it -> words.addAll(trace.named(law.breaches(it))));
    return words;
  }
}
