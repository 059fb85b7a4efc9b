package dev.warmline.cli;

import dev.warmline.event.EventJson;
import dev.warmline.score.Points;
import dev.warmline.score.Scorecard.Line;
import java.util.List;
import java.util.Locale;

/** An explanation as a page of HTML that needs nothing else: each score is a drawing. */
final class WaterfallPage {
  private static final int ROW = 30;
  private static final int LABELS = 300;
  private static final int BARS = 380;
  private static final int POINTS = 90;
  private static final int WIDTH = LABELS + BARS + POINTS;
  private static final int LONGEST_LABEL = 38;

  private WaterfallPage() {}

  static String of(Explanation explanation) {
    var card = explanation.card();
    var page = new StringBuilder(HEAD);
    page.append("<h1>Lead ").append(escaped(explanation.lead().value())).append("</h1>\n<p>");
    explanation
        .stage()
        .ifPresent(stage -> page.append("Stage ").append(escaped(stage)).append(", "));
    page.append("as of ").append(EventJson.format(card.asOf())).append(", under ");
    page.append(escaped(explanation.rules())).append("</p>\n");
    verdict(page, explanation);
    card.scores()
        .forEach(
            (name, score) ->
                section(page, name, score.points(), score.band().orElse(""), score.lines()));
    card.fit()
        .ifPresent(fit -> section(page, "fit", fit.points(), "grade " + fit.grade(), fit.lines()));
    card.nextChange()
        .ifPresent(
            at ->
                page.append("<p class=\"quiet\">Nothing changes by itself before ")
                    .append(EventJson.format(at))
                    .append(".</p>\n"));
    return page.append("</main></body></html>\n").toString();
  }

  private static void verdict(StringBuilder page, Explanation explanation) {
    var reasons = explanation.whyNot();
    page.append(reasons.isEmpty() ? "<div class=\"yes\">" : "<div class=\"no\">");
    page.append("<strong>It ").append(escaped(explanation.verdict())).append("</strong>");
    if (!reasons.isEmpty()) {
      page.append("<ul>");
      reasons.forEach(reason -> page.append("<li>").append(escaped(reason)).append("</li>"));
      page.append("</ul>");
    }
    page.append("</div>\n");
  }

  private static void section(
      StringBuilder page, String name, Points points, String band, List<Line> lines) {
    page.append("<h2>").append(escaped(name)).append(" <b>").append(points).append("</b> <small>");
    page.append(escaped(band)).append("</small></h2>\n");
    if (lines.isEmpty()) {
      page.append("<p class=\"quiet\">Nothing yet.</p>\n");
    } else {
      drawing(page, name, points, Steps.of(lines));
    }
  }

  private static void drawing(
      StringBuilder page, String name, Points points, List<Steps.Step> steps) {
    var height = (steps.size() + 1) * ROW + 8;
    page.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s: %d lines that sum to %s\">\n"
            .formatted(WIDTH, height, escaped(name), steps.size(), points));
    var range = Steps.range(steps);
    var row = 0;
    for (var step : steps) {
      row(page, row++, step.label(), step.before(), step.after(), range, kind(step));
      text(page, WIDTH, row * ROW - 10, "end", signed(step.points()));
    }
    row(page, row++, "Sum", Points.ZERO, points, range, "sum");
    text(page, WIDTH, row * ROW - 10, "end", points.toString());
    page.append("</svg>\n");
  }

  private static String kind(Steps.Step step) {
    return step.isLoss() ? "loss" : "gain";
  }

  private static void row(
      StringBuilder page,
      int row,
      String label,
      Points from,
      Points to,
      long[] range,
      String kind) {
    var start = x(Math.min(from.milli(), to.milli()), range);
    var end = x(Math.max(from.milli(), to.milli()), range);
    text(page, LABELS - 14, row * ROW + 20, "end", cut(label));
    page.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
            kind,
            start,
            row * ROW + 6,
            Math.max(1.5, end - start),
            ROW - 10));
    if (!kind.equals("sum")) {
      page.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>%n",
              x(to.milli(), range),
              row * ROW + ROW - 4,
              row * ROW + ROW + 6));
    }
  }

  private static void text(StringBuilder page, int x, int y, String anchor, String text) {
    page.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
            .formatted(x, y, anchor, escaped(text)));
  }

  private static double x(long milli, long[] range) {
    return LABELS + (double) (milli - range[0]) / (range[1] - range[0]) * BARS;
  }

  private static String signed(Points points) {
    return points.milli() < 0 ? points.toString() : "+" + points;
  }

  private static String cut(String label) {
    return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label;
  }

  /** What visitors wrote is shown, never run. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("\\p{Cntrl}", " ");
  }

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Warmline: a lead explained</title>
      <meta name="viewport" content="width=device-width">
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; color: #1d2733; background: #f4f5f7; margin: 0 }
      main { max-width: 800px; margin: 2em auto; background: #fff; padding: 1.5em 2em; border-radius: 8px }
      h1 { font-size: 1.4em; margin: 0 } h2 { font-size: 1.1em; margin: 1.4em 0 .2em }
      small, .quiet { color: #65717f; font-weight: normal }
      .yes, .no { padding: .8em 1em; border-radius: 6px } .yes { background: #e3f4e8 } .no { background: #fdf0dc }
      ul { margin: .3em 0 0; padding-left: 1.2em }
      svg { width: 100%; height: auto; font-size: 13px } svg text { fill: #1d2733 }
      .gain { fill: #2f9e58 } .loss { fill: #d1493f } .sum { fill: #33588f } line { stroke: #aab3bd }
      </style></head><body><main>
      """;
}
