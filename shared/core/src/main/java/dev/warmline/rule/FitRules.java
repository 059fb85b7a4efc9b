package dev.warmline.rule;

import java.util.List;
import java.util.Optional;

/**
 * How well a person matches the ideal customer profile.
 *
 * @param bands the grades, the best first; at least one
 * @param rules in the order of the file
 * @param needs the facts without which there is no grade
 */
public record FitRules(List<Band> bands, List<FitRule> rules, List<String> needs) {
  /** Stands for the grade while a fact is unknown that it needs. */
  public static final String UNKNOWN = "?";

  public FitRules {
    bands = List.copyOf(bands);
    rules = List.copyOf(rules);
    needs = List.copyOf(needs);
  }

  /** Whether the first grade is at least as good as the second; an unknown one never is. */
  public boolean isAtLeast(String grade, String wanted) {
    return !grade.equals(UNKNOWN) && rank(grade) <= rank(wanted);
  }

  private int rank(String grade) {
    return bands.stream().map(Band::name).toList().indexOf(grade);
  }

  /**
   * Points for a fact.
   *
   * @param when a pattern over {@code {"traits": {...}}}
   * @param milliPoints in thousandths of a point, signed
   */
  public record FitRule(String id, Optional<String> says, Pattern when, long milliPoints) {}
}
