package dev.warmline.score;

import dev.warmline.rule.Condition;
import dev.warmline.rule.Model;
import dev.warmline.rule.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges trees of conditions by scores, grade and traits, and says what is lacking. */
public final class ConditionJudge {
  private final Model model;
  private final Map<String, Long> milli;
  private final Optional<Scorecard.Fit> fit;
  private final Set<Pattern> facts;

  ConditionJudge(
      Model model, Map<String, Long> milli, Optional<Scorecard.Fit> fit, Set<Pattern> facts) {
    this.model = model;
    this.milli = Map.copyOf(milli);
    this.fit = fit;
    this.facts = facts;
  }

  /** Judges by a scorecard that was made under this model. */
  public static ConditionJudge of(Scorecard card, Model model) {
    var milli = new HashMap<String, Long>();
    card.scores().forEach((name, score) -> milli.put(name, score.points().milli()));
    return new ConditionJudge(
        model, milli, card.fit(), FoldedFacts.sameObjects(model.matchingFacts(card.traits())));
  }

  /**
   * A leaf of a tree that does not hold although the tree wants it to.
   *
   * @param leaf the leaf
   * @param wanted false if the tree wants it not to hold (it is under a {@code not})
   * @param points how many points are lacking (negative: too many); zero for grades and traits
   */
  public record Lacking(Condition leaf, boolean wanted, Points points) {}

  /** Whether a condition holds. */
  public boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().allMatch(this::holds);
      case Condition.Any any -> any.parts().stream().anyMatch(this::holds);
      case Condition.Not not -> !holds(not.part());
      case Condition.ScoreAtLeast leaf -> points(leaf.score()) >= leaf.milliPoints();
      case Condition.ScoreBelow leaf -> points(leaf.score()) < leaf.milliPoints();
      case Condition.SumAtLeast leaf -> sum(leaf.of()) >= leaf.milliPoints();
      case Condition.SumBelow leaf -> sum(leaf.of()) < leaf.milliPoints();
      case Condition.GradeAtLeast leaf -> isGraded(leaf.grade());
      case Condition.TraitsMatch leaf -> facts.contains(leaf.when());
    };
  }

  /** What keeps a condition from holding; nothing if it holds. Of an {@code any}, every way in. */
  public List<Lacking> lacking(Condition condition) {
    return lacking(condition, true);
  }

  private List<Lacking> lacking(Condition condition, boolean wanted) {
    if (holds(condition) == wanted) {
      return List.of();
    }
    return switch (condition) {
      case Condition.All all -> lacking(all.parts(), wanted);
      case Condition.Any any -> lacking(any.parts(), wanted);
      case Condition.Not not -> lacking(not.part(), !wanted);
      case Condition.ScoreAtLeast leaf ->
          missing(leaf, wanted, leaf.milliPoints(), points(leaf.score()));
      case Condition.ScoreBelow leaf ->
          missing(leaf, wanted, leaf.milliPoints(), points(leaf.score()));
      case Condition.SumAtLeast leaf -> missing(leaf, wanted, leaf.milliPoints(), sum(leaf.of()));
      case Condition.SumBelow leaf -> missing(leaf, wanted, leaf.milliPoints(), sum(leaf.of()));
      case Condition.GradeAtLeast leaf -> List.of(new Lacking(leaf, wanted, Points.ZERO));
      case Condition.TraitsMatch leaf -> List.of(new Lacking(leaf, wanted, Points.ZERO));
    };
  }

  private List<Lacking> lacking(List<Condition> parts, boolean wanted) {
    return parts.stream().flatMap(part -> lacking(part, wanted).stream()).toList();
  }

  private static List<Lacking> missing(Condition leaf, boolean wanted, long milli, long points) {
    return List.of(new Lacking(leaf, wanted, Points.ofMilli(milli - points)));
  }

  private long sum(List<String> of) {
    return of.stream().mapToLong(this::summand).sum();
  }

  private long summand(String name) {
    return milli.containsKey(name)
        ? points(name)
        : fit.map(given -> given.points().milli()).orElse(0L);
  }

  private long points(String score) {
    return milli.getOrDefault(score, 0L);
  }

  private boolean isGraded(String wanted) {
    return fit.isPresent()
        && model.fit().filter(rules -> rules.isAtLeast(fit.get().grade(), wanted)).isPresent();
  }
}
