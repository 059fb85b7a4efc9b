package dev.warmline.score;

import dev.warmline.rule.Bounds;
import dev.warmline.rule.ScoreRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

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
   * @param sums what each rule of the score gives, in milli-points, in the order of the rules
   * @param adjusted what people gave, in milli-points
   */
  static Tally of(ScoreRules score, List<Long> sums, long adjusted) {
    var clamps = new ArrayList<Scorecard.Line>();
    var groups = new LinkedHashMap<String, Long>();
    score.groups().forEach(group -> groups.put(group.name(), 0L));
    var total = adjusted;
    for (var i = 0; i < sums.size(); i++) {
      var rule = score.rules().get(i);
      var sum = clamp("rule:", rule.id(), rule.bounds(), sums.get(i), clamps);
      if (rule.group().isPresent()) {
        groups.merge(rule.group().get(), sum, Long::sum);
      } else {
        total += sum;
      }
    }
    for (var group : score.groups()) {
      var sum = groups.getOrDefault(group.name(), 0L);
      total += clamp("group:", group.name(), group.bounds(), sum, clamps);
    }
    return new Tally(clamp("score:", score.name(), score.bounds(), total, clamps), clamps);
  }

  private static long clamp(
      String kind, String name, Bounds bounds, long sum, List<Scorecard.Line> clamps) {
    var clamped = bounds.clamp(sum);
    if (clamped != sum) {
      clamps.add(new Scorecard.Line.OfClamp(kind + name, Points.ofMilli(clamped - sum)));
    }
    return clamped;
  }
}
