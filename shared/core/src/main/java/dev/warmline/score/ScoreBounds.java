package dev.warmline.score;

import dev.warmline.rule.Condition;
import dev.warmline.rule.ScoreRules;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Bounds of every score while its hits only fade: what is positive only falls and what is negative
 * only rises. With positive worth now P and negative worth N, P(t) + N(now) is a lower bound and
 * P(now) + N(t) an upper one, and both stay bounds through limits, which are all monotone.
 */
final class ScoreBounds {
  private final ScoredInstant now;
  private final List<Leeway> leeways = new ArrayList<>();
  private final boolean interestsMatter;

  /**
   * How far a score may move until something flips.
   *
   * @param from the place of its first rule
   * @param least the highest number of points it has reached at which something flips
   * @param below the lowest such number that it has not reached
   */
  private record Leeway(ScoreRules score, int from, long adjusted, long least, long below) {
    boolean isUsedUpBy(long low, long high) {
      return low < least || high >= below;
    }
  }

  ScoreBounds(FoldedForecast forecast, ScoredInstant now) {
    var model = forecast.model();
    this.now = now;
    this.interestsMatter = Segmentation.looksAt(model, "interests");
    var from = 0;
    for (var score : model.scores()) {
      var flips = new TreeSet<Long>();
      score.bands().forEach(band -> flips.add(band.milliPoints()));
      model.qualify().leaves().forEach(leaf -> add(leaf, score.name(), flips));
      leeways.add(leeway(score, from, forecast.evaluator().adjusted(score), flips));
      from += score.rules().size();
    }
  }

  /** An instant from which every hit is worth nothing, unless the hits change. */
  long allFaded() {
    var last = now.at();
    for (var rule : now.hits()) {
      if (!rule.kept().isEmpty()) {
        last = Math.max(last, rule.kept().getLast().at() + rule.life());
      }
    }
    return last + 1;
  }

  /** The first instant after now and before {@code end} at which any threshold may flip. */
  OptionalLong firstPossibleFlip(long end) {
    var low = now.at();
    var high = end - 1;
    if (high <= low || !mayHaveFlipped(high)) {
      return OptionalLong.empty();
    }
    while (high - low > 1) {
      var middle = low + (high - low) / 2;
      if (mayHaveFlipped(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalLong.of(high);
  }

  private Leeway leeway(ScoreRules score, int from, long adjusted, NavigableSet<Long> flips) {
    var points = Optional.ofNullable(now.tallies().get(score.name())).orElseThrow().milli();
    var least = Optional.ofNullable(flips.floor(points)).orElse(Long.MIN_VALUE);
    var below = Optional.ofNullable(flips.higher(points)).orElse(Long.MAX_VALUE);
    return new Leeway(score, from, adjusted, least, below);
  }

  private boolean mayHaveFlipped(long at) {
    if (hasFaded(at)) {
      return true;
    }
    var then = now.hits().stream().map(rule -> rule.sum(at)).toList();
    return leeways.stream()
        .anyMatch(
            leeway -> leeway.isUsedUpBy(bound(leeway, then, false), bound(leeway, then, true)));
  }

  /** Whether an interest has died away, where segments could ask for it. */
  private boolean hasFaded(long at) {
    return interestsMatter
        && now.hits().stream()
            .anyMatch(
                rule ->
                    rule.rule().topic().isPresent()
                        && Interests.isAlive(rule, now.at())
                        && !Interests.isAlive(rule, at));
  }

  private long bound(Leeway leeway, List<Long> then, boolean upper) {
    var sums = new ArrayList<Long>();
    for (var i = 0; i < leeway.score().rules().size(); i++) {
      var isPositive = leeway.score().rules().get(i).milliPoints() > 0;
      sums.add((isPositive == upper ? now.sums() : then).get(leeway.from() + i));
    }
    return Tally.of(leeway.score(), sums, leeway.adjusted()).milli();
  }

  private static void add(Condition leaf, String score, NavigableSet<Long> flips) {
    switch (leaf) {
      case Condition.ScoreAtLeast at -> add(at.score(), at.milliPoints(), score, flips);
      case Condition.ScoreBelow below -> add(below.score(), below.milliPoints(), score, flips);
      case Condition.All all -> all.parts().forEach(part -> add(part, score, flips));
      case Condition.Any any -> any.parts().forEach(part -> add(part, score, flips));
      case Condition.Not not -> add(not.part(), score, flips);
      case Condition.GradeAtLeast grade -> {}
      case Condition.TraitsMatch traits -> {}
    }
  }

  private static void add(String of, long milliPoints, String score, NavigableSet<Long> flips) {
    if (of.equals(score)) {
      flips.add(milliPoints);
    }
  }
}
