package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import dev.warmline.rule.Numbers;
import java.util.List;
import java.util.Optional;

/** Points against the limits on their sums: a max below a single hit, or of the group or score. */
record PointsCheck(Findings findings) {
  void check(ModelParts model) {
    for (var score : model.scores()) {
      for (var rule : model.rulesOf(score)) {
        rule(rule);
        larger(score, rule);
      }
    }
  }

  private void rule(ModelNode rule) {
    var points = rule.at("points").milli();
    if (points.isEmpty()) {
      return;
    }
    below(rule, rule.at("max"), points.get());
    above(rule, points.get());
    for (var silence : List.of("quiet", "idle")) {
      if (rule.at(silence).exists() && rule.at("after").exists()) {
        findings.warning(rule.at("after"), "after has no effect beside " + silence);
      }
    }
  }

  private void below(ModelNode rule, ModelNode max, long points) {
    if (points > 0 && max.milli().filter(most -> most < points).isPresent()) {
      var most = text(max.milli().get());
      var id = rule.at("id").node().asText();
      findings.error(
          max,
          "max " + most + " is below a single hit of " + id + ", which is " + text(points),
          Optional.of(text(points)));
    }
  }

  private void above(ModelNode rule, long points) {
    var min = rule.at("min");
    if (points < 0 && min.milli().filter(least -> least > points).isPresent()) {
      findings.warning(min, "min is above a single hit, which is " + text(points));
    }
  }

  private void larger(ModelNode score, ModelNode rule) {
    var points = rule.at("points").milli().orElse(0L);
    var group = rule.at("group").text().map(name -> score.at("groups").at(name));
    var max = group.map(place -> place.at("max")).flatMap(ModelNode::milli);
    if (max.filter(most -> most > 0 && most < points).isPresent()
        && !isBroken(group.map(g -> g.at("max")))) {
      findings.warning(
          rule.at("points"),
          "one hit is worth more than the max " + text(max.get()) + " of its group");
    }
    var most = score.at("max").milli();
    if (most.filter(limit -> limit < points).isPresent() && !findings.isBroken(score.at("max"))) {
      findings.warning(
          rule.at("points"),
          "one hit is worth more than the max " + text(most.get()) + " of its score");
    }
  }

  private boolean isBroken(Optional<ModelNode> max) {
    return max.filter(findings::isBroken).isPresent();
  }

  private static String text(long milli) {
    return Numbers.text(milli);
  }
}
