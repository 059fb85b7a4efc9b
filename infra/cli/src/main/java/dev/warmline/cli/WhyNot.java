package dev.warmline.cli;

import dev.warmline.event.EventJson;
import dev.warmline.rule.Condition;
import dev.warmline.rule.Model;
import dev.warmline.score.ConditionJudge;
import dev.warmline.score.ConditionJudge.Lacking;
import dev.warmline.score.Points;
import dev.warmline.score.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What keeps a lead from being an MQL, a sentence each. */
final class WhyNot {
  private final Scorecard card;
  private final ConditionJudge conditions;

  private WhyNot(Scorecard card, Model model) {
    this.card = card;
    this.conditions = ConditionJudge.of(card, model);
  }

  /**
   * The reasons; none if it qualifies.
   *
   * @param coolDownEnd until when it cannot qualify by its scores, if it left before
   */
  static List<String> of(Scorecard card, Model model, Optional<Instant> coolDownEnd) {
    var reasons = new ArrayList<String>();
    var verdict = card.qualifies();
    verdict.excluded().ifPresent(why -> reasons.add("it is excluded: " + why));
    if (verdict.fastTrack().isPresent()) {
      return reasons;
    }
    var why = new WhyNot(card, model);
    model
        .qualify()
        .enter()
        .ifPresentOrElse(
            enter -> reasons.addAll(why.lacking(enter, true)),
            () -> reasons.add("the model has no enter condition: only a fast track qualifies"));
    if (!verdict.missing().isEmpty()) {
      reasons.add("required information is missing: " + String.join(", ", verdict.missing()));
    }
    coolDownEnd
        .filter(end -> end.isAfter(card.asOf()))
        .ifPresent(end -> reasons.add("it cools down until " + EventJson.format(end)));
    return reasons;
  }

  /** What keeps a tree from holding; of several ways in, all in one sentence. */
  private List<String> lacking(Condition condition, boolean wanted) {
    if (conditions.holds(condition) == wanted) {
      return List.of();
    }
    return switch (condition) {
      case Condition.All all -> wanted ? each(all.parts(), true) : either(all.parts(), false);
      case Condition.Any any -> wanted ? either(any.parts(), true) : each(any.parts(), false);
      case Condition.Not not -> lacking(not.part(), !wanted);
      case Condition.ScoreAtLeast _,
          Condition.ScoreBelow _,
          Condition.SumAtLeast _,
          Condition.SumBelow _,
          Condition.GradeAtLeast _,
          Condition.TraitsMatch _ ->
          conditions.lacking(wanted ? condition : new Condition.Not(condition)).stream()
              .map(this::of)
              .toList();
    };
  }

  private List<String> each(List<Condition> parts, boolean wanted) {
    return parts.stream().flatMap(part -> lacking(part, wanted).stream()).toList();
  }

  private List<String> either(List<Condition> parts, boolean wanted) {
    return List.of(
        parts.stream()
            .map(part -> String.join(" and ", lacking(part, wanted)))
            .collect(Collectors.joining(", or ")));
  }

  private String of(Lacking lacking) {
    return switch (lacking.leaf()) {
      case Condition.ScoreAtLeast leaf -> atLeast(lacking, leaf.score(), leaf.milliPoints());
      case Condition.ScoreBelow leaf -> below(lacking, leaf.score(), leaf.milliPoints());
      case Condition.SumAtLeast leaf -> atLeast(lacking, sum(leaf.of()), leaf.milliPoints());
      case Condition.SumBelow leaf -> below(lacking, sum(leaf.of()), leaf.milliPoints());
      case Condition.GradeAtLeast leaf ->
          "the fit grade is "
              + card.fit().map(Scorecard.Fit::words).orElse("none")
              + " and "
              + (lacking.wanted() ? "" : "less than ")
              + leaf.grade()
              + " is wanted";
      case Condition.TraitsMatch leaf ->
          "what is known of the person "
              + (lacking.wanted() ? "does not match " : "matches ")
              + leaf.when().json();
      case Condition.All _, Condition.Any _, Condition.Not _ ->
          throw new IllegalStateException("only leaves are lacking");
    };
  }

  private static String atLeast(Lacking lacking, String name, long milliPoints) {
    return lacking.wanted()
        ? points(lacking, name, "at least", milliPoints)
            + " ("
            + lacking.points()
            + " points are lacking)"
        : points(lacking, name, "below", milliPoints);
  }

  private static String below(Lacking lacking, String name, long milliPoints) {
    return points(lacking, name, lacking.wanted() ? "below" : "at least", milliPoints);
  }

  private static String points(Lacking lacking, String name, String comparison, long milliPoints) {
    var wanted = Points.ofMilli(milliPoints);
    return "%s is %s and %s %s is wanted"
        .formatted(name, wanted.minus(lacking.points()), comparison, wanted);
  }

  private static String sum(List<String> of) {
    return String.join(" + ", of);
  }
}
