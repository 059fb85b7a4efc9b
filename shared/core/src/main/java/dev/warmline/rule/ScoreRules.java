package dev.warmline.rule;

import java.util.List;

/**
 * One score: its rules and limits.
 *
 * @param bounds the limits of the score; the minimum is 0 unless the file says otherwise
 * @param groups in the order of the file
 * @param bands names for ranges, the highest first; may be empty
 * @param rules in the order of the file
 */
public record ScoreRules(
    String name, Bounds bounds, List<Group> groups, List<Band> bands, List<Rule> rules) {
  public ScoreRules {
    groups = List.copyOf(groups);
    bands = List.copyOf(bands);
    rules = List.copyOf(rules);
  }
}
