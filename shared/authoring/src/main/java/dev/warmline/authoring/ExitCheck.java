package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * The exit must not hold where enter holds, or a lead would come and go at once. Scores are taken
 * to be anything between their min and max (people can adjust them), grades anything the fit rules
 * can reach, and two different patterns over traits are taken to be independent: an exit is refused
 * unless it is certain to exclude enter.
 */
record ExitCheck(Findings findings) {
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
                  + "; let exit begin below where enter ends",
              lower(enter, exit, conditions));
      case ConditionSearch.Answer.TooMany _ ->
          findings.error(exit, "enter and exit have too many different conditions to compare");
    }
  }

  /** The exit with every score no higher than where enter begins, if that is enough. */
  private static Optional<String> lower(
      ModelNode enter, ModelNode exit, ConditionRanges conditions) {
    var begins = new HashMap<String, JsonNode>();
    enter.node().findParents("at-least").stream()
        .filter(leaf -> leaf.path("at-least").isNumber())
        .forEach(
            leaf ->
                begins.merge(leaf.path("score").asText(), leaf.path("at-least"), ExitCheck::lower));
    var lowered = exit.node().deepCopy();
    for (var leaf : lowered.findParents("below")) {
      var begin = begins.get(leaf.path("score").asText());
      if (begin != null && leaf.path("below").isNumber() && leaf instanceof ObjectNode block) {
        block.set("below", lower(begin, leaf.path("below")));
      }
    }
    var both = List.of(conditions.read(enter), conditions.read(new ModelNode("", lowered)));
    var answer = ConditionSearch.search(new Formula.All(both), conditions.byClamps());
    return answer instanceof ConditionSearch.Answer.Never ? FlowText.of(lowered) : Optional.empty();
  }

  private static JsonNode lower(JsonNode one, JsonNode other) {
    return one.decimalValue().compareTo(other.decimalValue()) <= 0 ? one : other;
  }

  /** What is broken has an error of its own, and nothing follows from it. */
  private boolean isBroken(ModelNode condition) {
    return !condition.node().isObject() || findings.isBroken(condition);
  }
}
