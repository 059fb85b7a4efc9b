package dev.warmline.score;

import dev.warmline.rule.Condition;
import dev.warmline.rule.Model;
import dev.warmline.rule.ScoreRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
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
  private final Model model;
  private final List<Long> adjusted;
  private final long fit;
  private final Map<List<String>, NavigableSet<Long>> flips = new LinkedHashMap<>();
  private final List<Leeway> leeways = new ArrayList<>();
  private final List<Fading> fading;
  private final boolean interestsMatter;

  /**
   * How far a sum of scores may move until something flips.
   *
   * @param scores their places in the model
   * @param fixed what is added to them and does not move
   * @param least the highest number of points it has reached at which something flips
   * @param below the lowest such number that it has not reached
   */
  private record Leeway(List<Integer> scores, long fixed, long least, long below) {
    boolean isUsedUpBy(long[] low, long[] high) {
      return sum(low) < least || sum(high) >= below;
    }

    private long sum(long[] points) {
      return fixed + scores.stream().mapToLong(place -> points[place]).sum();
    }
  }

  ScoreBounds(FoldedForecast forecast, ScoredInstant now) {
    var model = forecast.model();
    this.now = now;
    this.fading = now.hits().stream().map(rule -> new Fading(rule, now.at())).toList();
    this.interestsMatter = Segmentation.looksAt(model, "interests");
    this.model = model;
    this.adjusted = model.scores().stream().map(forecast.evaluator()::adjusted).toList();
    this.fit = forecast.evaluator().fitMilli();
    model.scores().forEach(score -> addBands(score));
    model.qualify().leaves().forEach(this::add);
    flips.forEach((of, points) -> leeways.add(leeway(of, points)));
  }

  private void addBands(ScoreRules score) {
    score.bands().forEach(band -> add(List.of(score.name()), band.milliPoints()));
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

  private Leeway leeway(List<String> of, NavigableSet<Long> points) {
    var names = model.scores().stream().map(ScoreRules::name).toList();
    var fixed = of.stream().filter(name -> !names.contains(name)).count() * fit;
    var scores = of.stream().map(names::indexOf).filter(place -> place >= 0).toList();
    var sum =
        fixed
            + scores.stream()
                .map(place -> now.tallies().get(names.get(place)))
                .mapToLong(tally -> Objects.requireNonNull(tally).milli())
                .sum();
    var least = Optional.ofNullable(points.floor(sum)).orElse(Long.MIN_VALUE);
    var below = Optional.ofNullable(points.higher(sum)).orElse(Long.MAX_VALUE);
    return new Leeway(scores, fixed, least, below);
  }

  private boolean mayHaveFlipped(long at) {
    if (hasFaded(at)) {
      return true;
    }
    var then = fading.stream().map(rule -> rule.sum(at)).toList();
    var low = bounds(then, false);
    var high = bounds(then, true);
    return leeways.stream().anyMatch(leeway -> leeway.isUsedUpBy(low, high));
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

  /** A bound of each score. */
  private long[] bounds(List<PartedSum> then, boolean upper) {
    var bounds = new long[model.scores().size()];
    var place = 0;
    for (var i = 0; i < bounds.length; i++) {
      var score = model.scores().get(i);
      var sums = new ArrayList<PartedSum>();
      for (var rule : score.rules()) {
        sums.add((rule.milliPoints() > 0 == upper ? now.sums() : then).get(place++));
      }
      bounds[i] = Tally.of(score, sums, adjusted.get(i)).milli();
    }
    return bounds;
  }

  private void add(Condition leaf) {
    switch (leaf) {
      case Condition.ScoreAtLeast at -> add(List.of(at.score()), at.milliPoints());
      case Condition.ScoreBelow below -> add(List.of(below.score()), below.milliPoints());
      case Condition.SumAtLeast at -> add(at.of(), at.milliPoints());
      case Condition.SumBelow below -> add(below.of(), below.milliPoints());
      case Condition.All _, Condition.Any _, Condition.Not _ ->
          throw new IllegalStateException("a leaf has no parts");
      case Condition.GradeAtLeast _, Condition.TraitsMatch _ -> {}
    }
  }

  private void add(List<String> of, long milliPoints) {
    flips.computeIfAbsent(of, _ -> new TreeSet<>()).add(milliPoints);
  }
}
