package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import java.util.List;

/**
 * The exit must not hold where enter holds, or a lead would come and go at once. Scores are taken
 * to be anything between their min and max (people can adjust them), grades anything the fit rules
 * can reach, and two different patterns over traits are taken to be independent: an exit is refused
 * unless it is certain to exclude enter.
 */
final class ExitCheck {
  private final Findings findings;

  ExitCheck(Findings findings) {
    this.findings = findings;
  }

  void check(ModelParts model) {
    var enter = model.qualify().at("enter");
    var exit = model.qualify().at("exit");
    if (!enter.exists() && exit.exists()) {
      findings.warning(exit, "exit has no effect without enter");
    }
    if (!enter.exists() || !exit.exists() || isBroken(enter) || isBroken(exit)) {
      return;
    }
    var conditions = ConditionRanges.of(model, findings);
    var both = new Formula.All(List.of(conditions.read(enter), conditions.read(exit)));
    switch (ConditionSearch.search(both, conditions.byClamps())) {
      case ConditionSearch.Answer.Never _ -> {}
      case ConditionSearch.Answer.Holds(var values) ->
          findings.error(
              exit,
              "exit overlaps enter: both hold with "
                  + conditions.describe(values)
                  + "; let exit begin below where enter ends");
      case ConditionSearch.Answer.TooMany _ ->
          findings.error(exit, "enter and exit have too many different conditions to compare");
    }
  }

  /** What is broken has an error of its own, and nothing follows from it. */
  private boolean isBroken(ModelNode condition) {
    return !condition.node().isObject() || findings.isBroken(condition);
  }
}
