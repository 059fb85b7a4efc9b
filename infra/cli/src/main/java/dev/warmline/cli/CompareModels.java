package dev.warmline.cli;

import dev.warmline.authoring.ModelChanges;
import dev.warmline.event.Event;
import dev.warmline.score.Scorer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline model diff}: what a change of the rules changes for whom. */
@Command(
    name = "diff",
    sortOptions = false,
    description =
        "Lists what two models do not say alike, scores the leads of a file of events under both"
            + " and shows for whom something changes. Exits 0 also if something does.")
final class CompareModels extends CliCommand {
  @Parameters(index = "0", paramLabel = "OLD", description = "the model as it is")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "the model as it would be")
  private Path after = Path.of("");

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
      description = "the instant to score at (default: now)")
  private @Nullable Instant asOf;

  @Option(
      names = "--json",
      description = "print one line of JSON for each change, then one with a summary")
  private boolean json;

  @Override
  int run(Output output) {
    var old = ModelFiles.computable(before, output.err());
    var next = ModelFiles.computable(after, output.err());
    var now = Optional.ofNullable(asOf).orElseGet(this::now);
    var report = new ChangeReport(output, json);
    report.model(ModelChanges.between(old, next));
    Predicate<Event> looksAt = event -> old.looksAt(event) || next.looksAt(event);
    try (var progress = new Progress(output.err(), around());
        var file = EventFile.open(events, looksAt, around(), progress)) {
      output.refuse(file.problems(), false);
      file.remarks().forEach(output.err()::println);
      file.leads()
          .forEach(
              (lead, identity) -> {
                var history = file.read(identity);
                report.lead(
                    lead, Scorer.verdict(history, old, now), Scorer.verdict(history, next, now));
                progress.step("leads compared");
              });
    }
    report.summary();
    return Exit.OK;
  }
}
