package dev.warmline.score;

import dev.warmline.rule.Condition;
import dev.warmline.rule.Model;
import dev.warmline.rule.ScoreRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Bounds of every score while its hits only fade: what is positive only falls and what is negative
 * only rises. With positive worth now P and negative worth N, P(t) + N(now) is a lower bound and
 * P(now) + N(t) an upper one, and both stay bounds through limits, which are all monotone.
 */
final class ScoreBounds {
  private final Model model;
  private final ScoredInstant now;
  private final boolean interestsMatter;
  private final List<Threshold> thresholds = new ArrayList<>();

  /** A number of points at which something flips. */
  private record Threshold(int score, long milliPoints, boolean reached) {}

  ScoreBounds(Model model, ScoredInstant now) {
    this.model = model;
    this.now = now;
    this.interestsMatter = Segmentation.looksAt(model, "interests");
    model.qualify().leaves().forEach(this::add);
    for (var score : model.scores()) {
      score.bands().forEach(band -> add(score.name(), band.milliPoints()));
    }
  }

  /** An instant from which every hit is worth nothing, unless the hits change. */
  long allFaded() {
    var last = now.at();
    for (var rule : now.hits()) {
      if (!rule.kept().isEmpty()) {
        last = Math.max(last, rule.kept().getLast().at() + rule.lookback());
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

  private boolean mayHaveFlipped(long at) {
    return hasFaded(at) || thresholds.stream().anyMatch(threshold -> mayFlip(threshold, at));
  }

  private boolean mayFlip(Threshold threshold, long at) {
    var bound = bound(threshold.score(), at, !threshold.reached());
    return (bound >= threshold.milliPoints()) != threshold.reached();
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

  private long bound(int place, long at, boolean upper) {
    var from = 0;
    for (var score : model.scores().subList(0, place)) {
      from += score.rules().size();
    }
    var score = model.scores().get(place);
    var sums = new long[score.rules().size()];
    for (var i = 0; i < sums.length; i++) {
      var rule = now.hits().get(from + i);
      var isPositive = rule.rule().milliPoints() > 0;
      sums[i] = rule.sum(isPositive == upper ? now.at() : at);
    }
    return Tally.of(score, sums, now.adjusted().getOrDefault(score.name(), 0L)).milli();
  }

  private void add(Condition leaf) {
    switch (leaf) {
      case Condition.ScoreAtLeast at -> add(at.score(), at.milliPoints());
      case Condition.ScoreBelow below -> add(below.score(), below.milliPoints());
      case Condition.All all -> all.parts().forEach(this::add);
      case Condition.Any any -> any.parts().forEach(this::add);
      case Condition.Not not -> add(not.part());
      case Condition.GradeAtLeast grade -> {}
      case Condition.TraitsMatch traits -> {}
    }
  }

  private void add(String name, long milliPoints) {
    var place = model.scores().stream().map(ScoreRules::name).toList().indexOf(name);
    var points = List.copyOf(now.card().scores().values()).get(place).points();
    thresholds.add(new Threshold(place, milliPoints, points.milli() >= milliPoints));
  }
}
