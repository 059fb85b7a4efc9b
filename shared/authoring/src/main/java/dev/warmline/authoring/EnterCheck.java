package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import dev.warmline.rule.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An enter that can never hold, and parts of it that never do. */
final class EnterCheck {
  private final Findings findings;

  EnterCheck(Findings findings) {
    this.findings = findings;
  }

  void check(ModelParts model) {
    var enter = model.qualify().at("enter");
    if (!enter.exists() || findings.isBroken(enter)) {
      return;
    }
    var conditions = Conditions.of(model, findings);
    var ranges = conditions.byRules();
    var never = new ArrayList<ModelNode>();
    leaves(enter, never, conditions, ranges);
    var reachable =
        switch (Possible.search(conditions.read(enter), ranges)) {
          case Possible.Answer.Holds _, Possible.Answer.TooMany _ -> true;
          case Possible.Answer.Never _ -> false;
        };
    if (reachable) {
      never.forEach(leaf -> findings.warning(leaf, why(leaf, ranges)));
    } else if (never.isEmpty()) {
      findings.error(enter, "enter can never hold: its conditions exclude each other");
    } else {
      never.forEach(leaf -> findings.error(leaf, "enter can never hold: " + why(leaf, ranges)));
    }
  }

  /** The comparisons that hold for no points. Known names only: the others have their own error. */
  private static void leaves(
      ModelNode condition,
      List<ModelNode> never,
      Conditions conditions,
      Map<String, Reach> ranges) {
    condition.at("all").children().forEach(part -> leaves(part, never, conditions, ranges));
    condition.at("any").children().forEach(part -> leaves(part, never, conditions, ranges));
    var leaf = condition.at("score").exists() || condition.at("grade").exists();
    if (leaf && isNever(conditions.read(condition), ranges)) {
      never.add(condition);
    }
  }

  private static boolean isNever(Formula formula, Map<String, Reach> ranges) {
    return switch (Possible.search(formula, ranges)) {
      case Possible.Answer.Never _ -> true;
      case Possible.Answer.Holds _, Possible.Answer.TooMany _ -> false;
    };
  }

  private static String why(ModelNode leaf, Map<String, Reach> ranges) {
    var score = leaf.at("score").text();
    if (score.isEmpty()) {
      return "no points reach grade " + leaf.at("grade").node().asText();
    }
    var reach = ranges.getOrDefault(FormulaReader.SCORE + score.get(), new Reach(0, 0));
    return "the rules of " + score.get() + " give " + words(reach);
  }

  private static String words(Reach reach) {
    var most = reach.most() >= Reach.WITHOUT ? "any number" : Numbers.text(reach.most());
    return Numbers.text(Math.max(reach.least(), -Reach.WITHOUT)) + " to " + most + " points";
  }
}
