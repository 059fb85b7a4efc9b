package dev.warmline.functions.desk.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.handoff.Reason;
import dev.warmline.handoff.ScoreReasons;
import dev.warmline.score.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sum as people see it grow: each reason begins where the one before ended.
 *
 * @param name of the score, or {@code fit}
 * @param total its points
 * @param band the name of its range, or the grade
 * @param zero where nothing is, in hundredths of the width
 * @param bars the reasons; their points add up to the total
 */
public record Waterfall(
    String name, String total, Optional<String> band, double zero, List<Bar> bars, Bar sum) {
  /**
   * One reason.
   *
   * @param x where it begins, in hundredths of the width
   * @param width how wide it is, at least a hairline
   * @param isDown whether it takes away
   */
  public record Bar(String words, String points, double x, double width, boolean isDown) {}

  private static final double WIDTH = 100;
  private static final double HAIRLINE = 0.4;

  public Waterfall {
    bars = List.copyOf(bars);
  }

  /** The scores of a scorecard, and its fit; those that say nothing are not there. */
  static List<Waterfall> of(JsonNode scorecard) {
    var all = new ArrayList<Waterfall>();
    for (var score : scorecard.path("scores").properties()) {
      var band = Optional.ofNullable(score.getValue().path("band").textValue());
      all.add(of(score.getKey(), score.getValue(), band));
    }
    var fit = scorecard.path("fit");
    if (fit.isObject()) {
      all.add(of("fit", fit, Optional.ofNullable(fit.path("grade").textValue())));
    }
    all.removeIf(it -> it.bars().isEmpty());
    return all;
  }

  private static Waterfall of(String name, JsonNode score, Optional<String> band) {
    var reasons = ScoreReasons.of(score.path("lines"));
    var points = reasons.stream().map(Reason::points).map(Points::toDecimal).toList();
    var low = BigDecimal.ZERO;
    var high = BigDecimal.ZERO;
    var sum = BigDecimal.ZERO;
    for (var part : points) {
      sum = sum.add(part);
      low = low.min(sum);
      high = high.max(sum);
    }
    var scale = new Scale(low.doubleValue(), high.doubleValue());
    var bars = new ArrayList<Bar>();
    var from = BigDecimal.ZERO;
    for (var i = 0; i < reasons.size(); i++) {
      bars.add(scale.bar(reasons.get(i).words(), from, points.get(i)));
      from = from.add(points.get(i));
    }
    return new Waterfall(
        name, number(sum), band, scale.at(0), bars, scale.bar("Together", BigDecimal.ZERO, sum));
  }

  private record Scale(double low, double high) {
    double at(double points) {
      return high == low ? 0 : round(WIDTH * (points - low) / (high - low));
    }

    Bar bar(String words, BigDecimal from, BigDecimal points) {
      var start = at(from.min(from.add(points)).doubleValue());
      var end = at(from.max(from.add(points)).doubleValue());
      var width = Math.max(HAIRLINE, round(end - start));
      var shown = rounded(from.add(points)).subtract(rounded(from));
      return new Bar(
          words, signed(shown), Math.min(start, WIDTH - width), width, points.signum() < 0);
    }

    private static double round(double share) {
      return Math.round(share * 100) / 100.0;
    }
  }

  private static String signed(BigDecimal points) {
    return (points.signum() > 0 ? "+" : "") + number(points);
  }

  private static String number(BigDecimal points) {
    var rounded = rounded(points).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString().replace("-", "\u2212");
  }

  /** Sums are rounded and parts are what lies between them, so that what is shown adds up. */
  private static BigDecimal rounded(BigDecimal sum) {
    return sum.setScale(1, RoundingMode.HALF_UP);
  }
}
