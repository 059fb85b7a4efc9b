package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import dev.warmline.rule.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An enter or a ready that can never hold, and parts of them that never do. */
record EnterCheck(Findings findings) {
  void check(ModelParts model) {
    check("enter", model);
    check("ready", model);
  }

  private void check(String key, ModelParts model) {
    var condition = model.qualify().at(key);
    if (!condition.exists() || findings.isBroken(condition)) {
      return;
    }
    var conditions = ConditionRanges.of(model, findings);
    var ranges = conditions.byRules();
    var never = new ArrayList<ModelNode>();
    leaves(condition, never, conditions, ranges);
    var reachable =
        switch (ConditionSearch.search(conditions.read(condition), ranges)) {
          case ConditionSearch.Answer.Holds _, ConditionSearch.Answer.TooMany _ -> true;
          case ConditionSearch.Answer.Never _ -> false;
        };
    if (reachable) {
      never.forEach(leaf -> findings.warning(leaf, why(leaf, ranges), reachable(leaf, ranges)));
    } else if (never.isEmpty()) {
      findings.error(condition, key + " can never hold: its conditions exclude each other");
    } else {
      never.forEach(
          leaf ->
              findings.error(
                  leaf, key + " can never hold: " + why(leaf, ranges), reachable(leaf, ranges)));
    }
  }

  /** The comparisons that hold for no points. Known names only: the others have their own error. */
  private static void leaves(
      ModelNode condition,
      List<ModelNode> never,
      ConditionRanges conditions,
      Map<String, PointsRange> ranges) {
    condition.at("all").children().forEach(part -> leaves(part, never, conditions, ranges));
    condition.at("any").children().forEach(part -> leaves(part, never, conditions, ranges));
    var leaf =
        List.of("score", "sum", "grade").stream().anyMatch(key -> condition.at(key).exists());
    if (leaf && isNever(conditions.read(condition), ranges)) {
      never.add(condition);
    }
  }

  private static boolean isNever(Formula formula, Map<String, PointsRange> ranges) {
    return switch (ConditionSearch.search(formula, ranges)) {
      case ConditionSearch.Answer.Never _ -> true;
      case ConditionSearch.Answer.Holds _, ConditionSearch.Answer.TooMany _ -> false;
    };
  }

  private static String why(ModelNode leaf, Map<String, PointsRange> ranges) {
    if (leaf.at("grade").exists()) {
      return "no points reach grade " + leaf.at("grade").node().asText();
    }
    var unknown = FormulaReader.unknown(leaf);
    var reach = ranges.getOrDefault(unknown, new PointsRange(0, 0));
    return "the rules of " + unknown.split(" ", 2)[1] + " give " + words(reach);
  }

  /** The same condition with the most that the rules give. */
  private static Optional<String> reachable(ModelNode leaf, Map<String, PointsRange> ranges) {
    var reach = ranges.get(FormulaReader.SCORE + leaf.at("score").text().orElse(""));
    return reach == null || reach.most() <= 0 || leaf.at("below").exists()
        ? Optional.empty()
        : Optional.of(
            "{ score: %s, at-least: %s }"
                .formatted(leaf.at("score").node().asText(), Numbers.text(reach.most())));
  }

  private static String words(PointsRange reach) {
    var most = reach.most() >= PointsRange.WITHOUT ? "any number" : Numbers.text(reach.most());
    return Numbers.text(Math.max(reach.least(), -PointsRange.WITHOUT)) + " to " + most + " points";
  }
}
