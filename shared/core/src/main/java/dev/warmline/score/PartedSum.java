package dev.warmline.score;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What the hits of a rule are worth together, in milli-points.
 *
 * @param parts the same by the values of the field that its group looks at; empty if it looks at
 *     none
 */
record PartedSum(long milli, Map<String, Long> parts) {

  /** Of the hits of a rule, each worth so much. */
  static PartedSum of(RuleHits hits, Iterable<Hit> counted, ToLongFunction<Hit> worth) {
    var isParted = hits.rule().partedBy().isPresent();
    var parts = isParted ? new TreeMap<String, Long>() : Map.<String, Long>of();
    var sum = 0L;
    for (var hit : counted) {
      var milli = worth.applyAsLong(hit);
      sum += milli;
      if (isParted) {
        parts.merge(hit.part(), milli, Long::sum);
      }
    }
    return new PartedSum(sum, parts);
  }
}
