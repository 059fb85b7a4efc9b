package dev.warmline.cli;

import dev.warmline.event.EventJson;
import dev.warmline.score.Points;
import dev.warmline.score.Scorecard.Line;
import java.util.List;
import java.util.Locale;

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
    var page = new StringBuilder(HEAD);
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

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Warmline: a lead explained</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>
      :root { color-scheme: light dark; --ink: #1d2733; --quiet: #5b6775; --paper: #fff; --desk: #f4f5f7;
        --yes: #e3f4e8; --no: #fdf0dc; --track: #eef0f3; --gain: #2f9e58; --loss: #d1493f; --sum: #33588f }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6eaef; --quiet: #9aa7b5; --paper: #1b222b; --desk: #11161c;
        --yes: #17382a; --no: #43341a; --track: #2a333e; --gain: #4cc07a; --loss: #ee7468; --sum: #7ea6e0 } }
      * { box-sizing: border-box }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--desk); margin: 0 }
      main { max-width: 800px; margin: 2em auto; background: var(--paper); padding: 1.5em 2em; border-radius: 8px }
      h1, h2, p, li { overflow-wrap: anywhere }
      h1 { font-size: 1.4em; margin: 0 } h2 { font-size: 1.1em; margin: 1.4em 0 .4em }
      small, .quiet { color: var(--quiet); font-weight: normal } p { margin: .3em 0 1em }
      .yes, .no { padding: .8em 1em; border-radius: 6px } .yes { background: var(--yes) } .no { background: var(--no) }
      ul { margin: .3em 0 0; padding-left: 1.2em }
      ol { list-style: none; margin: 0; padding: 0 }
      ol li { display: grid; grid-template: "says bar points" / minmax(0, 5fr) minmax(0, 6fr) 6em; gap: .2em 1em;
        align-items: center; padding: .25em 0 }
      ol li:last-child { border-top: 1px solid var(--track); font-weight: bold }
      ol b { grid-area: points; text-align: right; font-variant-numeric: tabular-nums } ol span { grid-area: says }
      svg { grid-area: bar; width: 100%; height: 14px; background: var(--track); border-radius: 2px }
      .gain { fill: var(--gain) } .loss { fill: var(--loss) } .sum { fill: var(--sum) }
      @media (max-width: 600px) {
        main { margin: 0; padding: 1em; border-radius: 0; min-height: 100vh }
        ol li { grid-template: "says points" "bar bar" / minmax(0, 1fr) auto; padding: .4em 0 }
      }
      </style></head><body><main>
      """;
}
