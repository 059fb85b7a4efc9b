package dev.warmline.score;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics of the hits that are worth something, ranked by what those hits are worth. */
final class Interests {
  private Interests() {}

  /** The topics, the one with most points first; of equals, the first in the model. */
  static List<String> of(List<RuleHits> hits, List<PartedSum> sums, long at) {
    var points = new LinkedHashMap<String, Long>();
    for (var i = 0; i < sums.size(); i++) {
      var rule = hits.get(i);
      var topic = rule.rule().topic();
      if (topic.isPresent() && isAlive(rule, at)) {
        points.merge(topic.get(), sums.get(i).milli(), Long::sum);
      }
    }
    return points.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether any hit is worth something: once it is not, it stays so until the hits change. */
  static boolean isAlive(RuleHits rule, long at) {
    var kept = rule.kept();
    return !kept.isEmpty() && rule.worth(kept.getLast(), at) != 0;
  }
}
