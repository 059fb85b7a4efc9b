package dev.warmline.score;

import dev.warmline.rule.Bounds;
import dev.warmline.rule.Group;
import dev.warmline.rule.ScoreRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums of rules pushed through the limits of rules, groups and the score. The total grows with
 * every argument, so bounds of the sums give bounds of the score.
 *
 * @param milli the score in milli-points
 * @param clamps what each limit took or gave: rules, then groups, then the score
 */
record Tally(long milli, List<Scorecard.Line> clamps) {

  /**
   * Adds up a score.
   *
   * @param sums what each rule of the score gives, in the order of the rules
   * @param adjusted what people gave, in milli-points
   */
  static Tally of(ScoreRules score, List<PartedSum> sums, long adjusted) {
    var clamps = new ArrayList<Scorecard.Line>();
    var groups = new HashMap<String, TreeMap<String, Long>>();
    var total = adjusted;
    for (var i = 0; i < sums.size(); i++) {
      var rule = score.rules().get(i);
      var sum = clamp("rule:" + rule.id(), rule.bounds(), sums.get(i).milli(), clamps);
      if (rule.group().isPresent()) {
        var parts = rule.partedBy().isPresent() ? sums.get(i).parts() : Map.of("", sum);
        var ofGroup = groups.computeIfAbsent(rule.group().get(), _ -> new TreeMap<>());
        parts.forEach((part, milli) -> ofGroup.merge(part, milli, Long::sum));
      } else {
        total += sum;
      }
    }
    for (var group : score.groups()) {
      total += sum(group, groups.getOrDefault(group.name(), new TreeMap<>()), clamps);
    }
    return new Tally(clamp("score:" + score.name(), score.bounds(), total, clamps), clamps);
  }

  /** Of a group that has its max apart for each value of a field, the values have their lines. */
  private static long sum(Group group, Map<String, Long> parts, List<Scorecard.Line> clamps) {
    var name = "group:" + group.name();
    var sum = 0L;
    for (var part : parts.entrySet()) {
      sum +=
          group.per().isEmpty()
              ? part.getValue()
              : clamp(
                  name + ":" + FieldPaths.words(part.getKey()),
                  group.bounds().maxAlone(),
                  part.getValue(),
                  clamps);
    }
    var bounds = group.per().isEmpty() ? group.bounds() : group.bounds().minAlone();
    return clamp(name, bounds, sum, clamps);
  }

  private static long clamp(String name, Bounds bounds, long sum, List<Scorecard.Line> clamps) {
    var clamped = bounds.clamp(sum);
    if (clamped != sum) {
      clamps.add(new Scorecard.Line.OfClamp(name, Points.ofMilli(clamped - sum)));
    }
    return clamped;
  }
}
