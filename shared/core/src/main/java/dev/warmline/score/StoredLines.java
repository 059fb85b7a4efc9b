package dev.warmline.score;

import dev.warmline.score.Scorecard.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of an explanation as a lead keeps them: few and short enough for one item. */
final class StoredLines {
  /** The newest adjustments of a score that keep a line of their own. */
  static final int MAX_ADJUSTMENTS = 50;

  /** The longest text of a line, in characters. */
  static final int MAX_TEXT = 300;

  /** Stands for the id where a line sums up several adjustments. */
  static final String OLDER = "older";

  private StoredLines() {}

  /** The same sum in the same order. */
  static List<Line> bounded(List<Line> lines) {
    var adjustments = lines.stream().filter(Line.OfAdjustment.class::isInstance).count();
    var summedUp = adjustments > MAX_ADJUSTMENTS ? adjustments - MAX_ADJUSTMENTS : 0;
    var bounded = new ArrayList<Line>();
    var sum = Points.ZERO;
    var seen = 0L;
    for (var line : lines) {
      if (line instanceof Line.OfAdjustment && seen++ < summedUp) {
        sum = sum.plus(line.points());
        if (seen == summedUp) {
          bounded.add(older(summedUp, sum));
        }
      } else {
        bounded.add(shortened(line));
      }
    }
    return bounded;
  }

  private static Line older(long count, Points sum) {
    var note = Optional.of(count + " older adjustments");
    return new Line.OfAdjustment(OLDER, sum, Optional.empty(), note);
  }

  private static Line shortened(Line line) {
    return switch (line) {
      case Line.OfRule(var rule, var points, var hits, var events, var says) ->
          new Line.OfRule(rule, points, hits, events, says.map(StoredLines::cut));
      case Line.OfAdjustment(var id, var points, var author, var note) ->
          new Line.OfAdjustment(
              id, points, author.map(StoredLines::cut), note.map(StoredLines::cut));
      case Line.OfClamp clamp -> clamp;
    };
  }

  private static String cut(String text) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
    return text.substring(0, end);
  }
}
