package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a condition as a formula. Scores are unknowns in milli-points; the grade is its rank (the
 * lowest band is 0); a pattern over traits is 0 or 1, the same pattern the same unknown.
 */
record FormulaReader(List<String> gradesUpwards) {
  static final String SCORE = "score ";
  static final String SUM = "sum ";
  static final String GRADE = "grade";
  static final String TRAITS = "traits ";

  Formula read(ModelNode condition) {
    if (condition.at("all").exists()) {
      return new Formula.All(parts(condition.at("all")));
    }
    if (condition.at("any").exists()) {
      return new Formula.Any(parts(condition.at("any")));
    }
    if (condition.at("not").exists()) {
      return new Formula.Not(read(condition.at("not")));
    }
    if (condition.at("grade").exists()) {
      var rank = gradesUpwards.indexOf(condition.at("grade").text().orElse(""));
      return new Formula.AtLeast(GRADE, rank);
    }
    if (condition.at("traits").exists()) {
      return new Formula.AtLeast(TRAITS + condition.at("traits").node(), 1);
    }
    return score(condition);
  }

  /** The unknown that a condition compares. */
  static String unknown(ModelNode condition) {
    return condition.at("sum").exists()
        ? SUM + String.join(" + ", summands(condition))
        : SCORE + condition.at("score").text().orElse("");
  }

  /** What a condition adds up, in one order: the order changes nothing. */
  static List<String> summands(ModelNode condition) {
    return condition.at("sum").children().stream()
        .map(part -> part.text().orElse(""))
        .sorted()
        .toList();
  }

  private List<Formula> parts(ModelNode list) {
    return list.children().stream().map(this::read).toList();
  }

  /** Sums are unknowns by themselves: taken to be independent of the scores in them. */
  private static Formula score(ModelNode condition) {
    var name = unknown(condition);
    var parts = new ArrayList<Formula>();
    condition.at("at-least").milli().ifPresent(x -> parts.add(new Formula.AtLeast(name, x)));
    condition
        .at("below")
        .milli()
        .ifPresent(x -> parts.add(new Formula.Not(new Formula.AtLeast(name, x))));
    return new Formula.All(parts);
  }
}
