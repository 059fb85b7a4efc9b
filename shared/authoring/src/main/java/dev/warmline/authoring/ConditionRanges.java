package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import dev.warmline.rule.Numbers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the unknowns of a model's conditions can be. */
record ConditionRanges(
    ModelParts model, List<ModelNode> bandsUpwards, Predicate<ModelNode> broken) {

  static ConditionRanges of(ModelParts model, Findings findings) {
    var bands =
        model.fit().at("bands").children().stream()
            .filter(band -> band.milli().isPresent())
            .sorted(Comparator.comparing(band -> band.milli().orElse(0L)))
            .toList();
    return new ConditionRanges(model, bands, findings::isBroken);
  }

  Formula read(ModelNode condition) {
    return new FormulaReader(bandsUpwards.stream().map(ModelNode::key).toList()).read(condition);
  }

  /** What the rules can give. */
  Map<String, PointsRange> byRules() {
    return ranges(score -> PointsRange.ofScore(score, broken));
  }

  /** What a score can be at all: adjustments go anywhere between its min and max. */
  Map<String, PointsRange> byClamps() {
    return ranges(
        score ->
            new PointsRange(
                score.at("min").milli().orElse(0L),
                score.at("max").milli().orElse(PointsRange.WITHOUT)));
  }

  /** Values in words: {@code engagement 60, grade B}. */
  String describe(Map<String, Long> values) {
    return values.entrySet().stream()
        .map(entry -> describe(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String describe(String unknown, long value) {
    if (unknown.startsWith(FormulaReader.SCORE)) {
      return unknown.substring(FormulaReader.SCORE.length()) + " " + Numbers.text(value);
    }
    if (unknown.startsWith(FormulaReader.SUM)) {
      return unknown.substring(FormulaReader.SUM.length()) + " " + Numbers.text(value);
    }
    if (unknown.equals(FormulaReader.GRADE)) {
      return bandsUpwards.isEmpty() ? "no grade" : "grade " + bandsUpwards.get((int) value).key();
    }
    return (value == 1 ? "" : "no ") + unknown;
  }

  private Map<String, PointsRange> ranges(Function<ModelNode, PointsRange> ofScore) {
    var ranges = new HashMap<String, PointsRange>();
    model
        .scores()
        .forEach(score -> ranges.put(FormulaReader.SCORE + score.key(), ofScore.apply(score)));
    ranges.put(FormulaReader.GRADE, grades());
    model.eachCondition(
        condition -> {
          if (condition.at("sum").exists()) {
            ranges.put(FormulaReader.unknown(condition), sum(condition, ranges));
          }
        });
    return ranges;
  }

  /** Of what is no score the fit. */
  private PointsRange sum(ModelNode condition, Map<String, PointsRange> scores) {
    var fit = PointsRange.ofFit(model.fitRules(), broken);
    return FormulaReader.summands(condition).stream()
        .map(part -> scores.getOrDefault(FormulaReader.SCORE + part, fit))
        .reduce(new PointsRange(0, 0), PointsRange::plus);
  }

  private PointsRange grades() {
    if (broken.test(model.fit().at("bands"))) {
      return new PointsRange(0, Math.max(0, bandsUpwards.size() - 1));
    }
    var fit = PointsRange.ofFit(model.fitRules(), broken);
    var least = 0;
    var most = 0;
    for (var rank = 1; rank < bandsUpwards.size(); rank++) {
      var begins = bandsUpwards.get(rank).milli().orElse(0L);
      least = begins <= fit.least() ? rank : least;
      most = begins <= fit.most() ? rank : most;
    }
    return new PointsRange(least, most);
  }
}
