package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The least and the most that rules can give, in milli-points: never too narrow. {@link #WITHOUT}
 * stands for no bound; what is broken, and has an error of its own, may give anything.
 */
record PointsRange(long least, long most) {
  /** Further than any sum that is not unbounded. */
  static final long WITHOUT = Long.MAX_VALUE / 4;

  private static final PointsRange NOTHING = new PointsRange(0, 0);
  private static final PointsRange ANYTHING = new PointsRange(-WITHOUT, WITHOUT);

  /** Every fit rule holds or not, whatever the others do. */
  static PointsRange ofFit(List<ModelNode> rules, Predicate<ModelNode> broken) {
    var sum = NOTHING;
    for (var rule : rules) {
      var points = rule.at("points");
      var known = points.milli().filter(_ -> !broken.test(points));
      sum = sum.plus(known.map(PointsRange::around).orElse(ANYTHING));
    }
    return sum;
  }

  /** What the rules of a score give, by their points, limits and clamps; adjustments apart. */
  static PointsRange ofScore(ModelNode score, Predicate<ModelNode> broken) {
    if (broken.test(score.at("max"))
        || broken.test(score.at("min"))
        || broken.test(score.at("groups"))) {
      return ANYTHING;
    }
    var groups = new HashMap<String, PointsRange>();
    var sum = NOTHING;
    for (var rule : score.at("rules").children()) {
      var group = rule.at("group").text();
      if (group.isPresent()) {
        groups.merge(group.get(), ofRule(rule, broken), PointsRange::plus);
      } else {
        sum = sum.plus(ofRule(rule, broken));
      }
    }
    for (Map.Entry<String, PointsRange> group : groups.entrySet()) {
      sum = sum.plus(group.getValue().within(score.at("groups").at(group.getKey())));
    }
    return new PointsRange(Math.max(sum.least, score.at("min").milli().orElse(0L)), sum.most)
        .within(score);
  }

  /** What one rule gives: unbounded unless its hits are counted for ever or it has a max or min. */
  private static PointsRange ofRule(ModelNode rule, Predicate<ModelNode> broken) {
    if (List.of("points", "limit", "max", "min").stream().map(rule::at).anyMatch(broken)) {
      return ANYTHING;
    }
    if (rule.at("points").milli().isEmpty()) {
      return ANYTHING;
    }
    var points = rule.at("points").milli().orElse(WITHOUT);
    var limit = rule.at("limit");
    var once =
        limit.at("per").text().orElse("ever").equals("ever") && !limit.at("distinct").exists();
    var times = limit.at("times").milli().filter(count -> once).map(count -> count / 1_000);
    var most = times.map(count -> bounded(points, count)).orElseGet(() -> endless(points));
    return around(most).within(rule);
  }

  private static long bounded(long points, long times) {
    var product =
        Math.multiplyHigh(points, times) == (points < 0 ? -1 : 0) ? points * times : points;
    return Math.clamp(product, -WITHOUT, WITHOUT);
  }

  private static long endless(long points) {
    return points == 0 ? 0 : points > 0 ? WITHOUT : -WITHOUT;
  }

  private static PointsRange around(long points) {
    return new PointsRange(Math.min(0, points), Math.max(0, points));
  }

  /** What both can be together. */
  PointsRange plus(PointsRange other) {
    return new PointsRange(
        Math.clamp(least + other.least, -WITHOUT, WITHOUT),
        Math.clamp(most + other.most, -WITHOUT, WITHOUT));
  }

  /** Clamped by the max and min written at this place. */
  private PointsRange within(ModelNode clamps) {
    var max = clamps.at("max").milli().orElse(WITHOUT);
    var min = clamps.at("min").milli().orElse(-WITHOUT);
    return new PointsRange(Math.max(Math.min(least, max), min), Math.max(Math.min(most, max), min));
  }
}
