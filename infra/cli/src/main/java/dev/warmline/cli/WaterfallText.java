package dev.warmline.cli;

import dev.warmline.event.EventJson;
import dev.warmline.score.Scorecard.Line;
import java.util.List;

/** An explanation in the terminal. */
record WaterfallText(Output output) {
  private static final int LABEL = 40;
  private static final int BARS = 32;

  void print(Explanation explanation) {
    var card = explanation.card();
    var out = output.out();
    out.println(
        output.styled("bold", "lead " + explanation.lead())
            + " as of %s under %s".formatted(EventJson.format(card.asOf()), explanation.rules()));
    explanation.person().ifPresent(out::println);
    explanation.stage().ifPresent(stage -> out.println("stage " + stage));
    explanation.cut().ifPresent(out::println);
    card.scores()
        .forEach(
            (name, score) ->
                print(
                    name + " " + score.points() + score.band().map(b -> ", " + b).orElse(""),
                    score.lines()));
    card.fit()
        .ifPresent(fit -> print("fit " + fit.points() + ", grade " + fit.words(), fit.lines()));
    out.println();
    out.println(output.styled("bold", "It " + explanation.verdict()));
    explanation.whyNot().forEach(reason -> out.println("  - " + reason));
    card.nextChange()
        .ifPresent(at -> out.println("Nothing changes by itself before " + EventJson.format(at)));
  }

  private void print(String heading, List<Line> lines) {
    output.out().println();
    output.out().println(output.styled("bold", heading));
    var steps = Steps.of(lines);
    var range = Steps.range(steps);
    for (var step : steps) {
      var bar = bar(step, range[0], range[1]);
      output
          .out()
          .println(
              "  %s %10s  %s"
                  .formatted(
                      cut(step.label()),
                      step.isLoss() ? step.points().toString() : "+" + step.points(),
                      bar));
    }
    if (steps.isEmpty()) {
      output.out().println("  nothing yet");
    }
  }

  private String bar(Steps.Step step, long low, long high) {
    var from = place(Math.min(step.before().milli(), step.after().milli()), low, high);
    var to = place(Math.max(step.before().milli(), step.after().milli()), low, high);
    var block = (step.isLoss() ? "░" : "█").repeat(Math.max(1, to - from));
    return " ".repeat(from) + output.styled(step.isLoss() ? "red" : "green", block);
  }

  private static int place(long milli, long low, long high) {
    return (int) Math.round((double) (milli - low) / (high - low) * BARS);
  }

  private static String cut(String label) {
    var plain = label.replaceAll("\\p{Cntrl}", " ");
    var cut = plain.length() > LABEL ? plain.substring(0, LABEL - 1) + "…" : plain;
    return cut + " ".repeat(LABEL - cut.length());
  }
}
