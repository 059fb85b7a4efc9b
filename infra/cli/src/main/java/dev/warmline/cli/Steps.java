package dev.warmline.cli;

import dev.warmline.score.Points;
import dev.warmline.score.Scorecard.Line;
import java.util.ArrayList;
import java.util.List;

/** The lines of a score as steps of a waterfall. */
final class Steps {
  private Steps() {}

  /**
   * One step.
   *
   * @param label what it is, for a person
   * @param before the sum of the steps before it
   */
  record Step(String label, Points points, Points before) {
    /** The sum up to and with this step. */
    Points after() {
      return before.plus(points);
    }

    boolean isLoss() {
      return points.milli() < 0;
    }
  }

  static List<Step> of(List<Line> lines) {
    var steps = new ArrayList<Step>();
    var sum = Points.ZERO;
    for (var line : lines) {
      var step = new Step(label(line), line.points(), sum);
      steps.add(step);
      sum = step.after();
    }
    return steps;
  }

  /** The lowest and the highest of all sums, in milli-points; zero is between them. */
  static long[] range(List<Step> steps) {
    var low = 0L;
    var high = 1L;
    for (var step : steps) {
      low = Math.min(low, step.after().milli());
      high = Math.max(high, step.after().milli());
    }
    return new long[] {low, high};
  }

  private static String label(Line line) {
    return switch (line) {
      case Line.OfRule rule -> rule.says().orElse(rule.rule()) + times(rule.hits());
      case Line.OfAdjustment given ->
          "Given by "
              + given.author().orElse("somebody")
              + given.note().map(note -> ": " + note).orElse("");
      case Line.OfClamp clamp -> "Limit of " + clamp.clamp().replace(':', ' ');
    };
  }

  private static String times(int hits) {
    return hits > 1 ? " (" + hits + " times)" : "";
  }
}
