package dev.warmline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.event.EventJson;
import dev.warmline.score.Points;
import dev.warmline.score.Scorecard.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An explanation as a page of HTML that needs nothing else: each line of a score with a bar from
 * where the last one ended. Read on a telephone, too, and in the dark.
 */
final class WaterfallPage {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 10;

  private WaterfallPage() {}

  static String of(Explanation explanation) {
    var card = explanation.card();
    var page = new StringBuilder(head());
    var lead = explanation.lead().value();
    var who = explanation.person().orElse("Lead " + lead);
    page.append("<h1>").append(escaped(who)).append("</h1>\n<p class=\"quiet\">");
    page.append("Lead ").append(escaped(lead)).append(", ");
    explanation
        .stage()
        .ifPresent(stage -> page.append("stage ").append(escaped(stage)).append(", "));
    page.append("as of ").append(EventJson.format(card.asOf())).append(", under ");
    page.append(escaped(explanation.rules())).append("</p>\n");
    explanation.cut().ifPresent(cut -> page.append("<p>").append(cut).append("</p>\n"));
    verdict(page, explanation);
    card.scores()
        .forEach(
            (name, score) ->
                section(page, name, score.points(), score.band().orElse(""), score.lines()));
    card.fit()
        .ifPresent(fit -> section(page, "fit", fit.points(), "grade " + fit.words(), fit.lines()));
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
      return;
    }
    var steps = Steps.of(lines);
    var range = Steps.range(steps);
    page.append("<ol>\n");
    for (var step : steps) {
      var kind = step.isLoss() ? "loss" : "gain";
      row(page, step.label(), signed(step.points()), bar(step.before(), step.after(), range, kind));
    }
    row(page, "Sum", points.toString(), bar(Points.ZERO, points, range, "sum"));
    page.append("</ol>\n");
  }

  private static void row(StringBuilder page, String label, String points, String bar) {
    page.append("<li><span>").append(escaped(label)).append("</span><b>").append(points);
    page.append("</b>").append(bar).append("</li>\n");
  }

  private static String bar(Points from, Points to, long[] range, String kind) {
    var start = x(Math.min(from.milli(), to.milli()), range);
    var end = x(Math.max(from.milli(), to.milli()), range);
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + "<rect class=\"%s\" x=\"%.1f\" width=\"%.1f\" height=\"%d\"/></svg>",
        WIDTH,
        HEIGHT,
        kind,
        start,
        Math.max(4, end - start),
        HEIGHT);
  }

  private static double x(long milli, long[] range) {
    return (double) (milli - range[0]) / (range[1] - range[0]) * WIDTH;
  }

  private static String signed(Points points) {
    return points.milli() < 0 ? points.toString() : "+" + points;
  }

  /** What visitors wrote is shown, never run. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("\\p{Cntrl}", " ");
  }

  private static String head() {
    try (var page = WaterfallPage.class.getResourceAsStream("waterfall.html")) {
      return new String(Objects.requireNonNull(page).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
