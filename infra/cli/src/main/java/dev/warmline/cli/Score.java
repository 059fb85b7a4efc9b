package dev.warmline.cli;

import dev.warmline.lead.LeadId;
import dev.warmline.rule.Model;
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import dev.warmline.score.Scorer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code warmline score}: the scorecards of everyone in a file of events. */
@Command(
    name = "score",
    sortOptions = false,
    description = {
      "Prints the scorecard of each lead in a file of events, by lead and instant.",
      "Leads are put together from the ids in the events. A model that would not be accepted is"
          + " computed with all the same, if it can be, and its errors are shown."
    })
final class Score extends CliCommand {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "the rules, YAML or JSON")
  private Path model = Path.of("");

  @Option(
      names = "--events",
      required = true,
      paramLabel = "FILE",
      description = "events, one JSON object a line; - reads the standard input")
  private Path events = Path.of("");

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = Instants.class,
      description = "the instant to score at; may be repeated (default: now)")
  private List<Instant> instants = List.of();

  @Option(names = "--json", description = "print one line of JSON for each lead and instant")
  private boolean json;

  @Option(names = "--skip-bad", description = "pass over lines that are no events")
  private boolean skipBad;

  @Override
  int run(Output out) {
    var rules = ModelFiles.computable(model, out.err());
    var asOf = instants.isEmpty() ? List.of(now()) : instants;
    try (var progress = new Progress(out.err(), around());
        var file = EventFile.open(events, rules::looksAt, around(), progress)) {
      out.refuse(file.problems(), skipBad);
      file.remarks().forEach(out.err()::println);
      if (json) {
        each(file, rules, asOf, progress, (lead, card) -> print(out.out(), lead, card));
      } else {
        var table = new ScoreTable(rules);
        each(file, rules, asOf, progress, table::add);
        table.print(out);
      }
    }
    return Exit.OK;
  }

  private static void each(
      EventFile file,
      Model model,
      List<Instant> asOf,
      Progress progress,
      BiConsumer<LeadId, Scorecard> show) {
    file.leads()
        .forEach(
            (lead, identity) -> {
              var history = file.read(identity);
              for (var instant : asOf) {
                show.accept(lead, Scorer.score(history, model, instant));
                progress.step("scorecards made");
              }
            });
  }

  private static void print(PrintWriter out, LeadId lead, Scorecard card) {
    out.write(ScorecardJson.write(lead.value(), card).toString());
    out.write('\n');
  }
}
