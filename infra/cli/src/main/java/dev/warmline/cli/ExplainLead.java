package dev.warmline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.score.Gathering;
import dev.warmline.score.Gathering.Room;
import dev.warmline.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline model explain}: why a lead has its score, and what it lacks. */
@Command(
    name = "explain",
    sortOptions = false,
    description = {
      "Shows the scorecard of a lead line by line, and for one that does not qualify what it"
          + " lacks.",
      "The lead is looked up in a deployment (--local, --stack), or in a file with --model and"
          + " --events."
    })
final class ExplainLead extends CliCommand {
  @Mixin private Deployment deployment = new Deployment();

  @Parameters(
      arity = "0..1",
      paramLabel = "LEAD",
      description =
          "a lead id, a user id, an e-mail address or an anonymous id; may be left out where a file"
              + " has one lead")
  private @Nullable String lead;

  @Option(names = "--model", paramLabel = "FILE", description = "the rules, YAML or JSON")
  private @Nullable Path model;

  @Option(names = "--events", paramLabel = "FILE", description = "events, one JSON object a line")
  private @Nullable Path events;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = Instants.class,
      description = "the instant to score at (default: now)")
  private @Nullable Instant asOf;

  @Option(names = "--html", paramLabel = "FILE", description = "write a page with a drawing here")
  private @Nullable Path html;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  int run(Output output) {
    var explanation = explanation(output);
    if (html != null) {
      write(html, WaterfallPage.of(explanation));
      output.err().println("wrote " + html);
    }
    if (json) {
      output.out().println(explanation.toJson());
    } else if (html == null) {
      new WaterfallText(output).print(explanation);
    }
    return Exit.OK;
  }

  private Explanation explanation(Output output) {
    var now = Optional.ofNullable(asOf).orElseGet(this::now);
    if (model != null && events != null && !deployment.isNamed()) {
      return ofFile(model, events, now, output);
    }
    if (model != null || events != null || lead == null) {
      throw Failure.wrongInput(
          "name a LEAD with --local or --stack NAME, or a file with --model FILE --events FILE");
    }
    try (var connection = deployment.open()) {
      return new StoredLead(connection.stores(), now)
          .explain(lead)
          .orElseThrow(() -> unknown("in this deployment"));
    }
  }

  private Explanation ofFile(Path modelFile, Path eventFile, Instant now, Output output) {
    var rules = ModelFiles.computable(modelFile, output.err());
    try (var progress = new Progress(output.err(), around());
        var file = EventFile.open(eventFile, rules::looksAt, around(), progress)) {
      output.refuse(file.problems(), false);
      file.remarks().forEach(output.err()::println);
      var found =
          new FileLead(file)
              .find(Optional.ofNullable(lead))
              .orElseThrow(() -> unknown("in this file"));
      var gathered = new Gathering(rules, Room.WHOLE);
      file.read(found.getValue()).forEach(gathered::take);
      return Explanation.of(
          found.getKey(),
          Scorer.score(gathered, now),
          gathered,
          rules,
          Optional.empty(),
          Optional.empty());
    }
  }

  private static Failure unknown(String where) {
    return Failure.no(
        "nobody of that id is "
            + where
            + ": give a lead id, a user id, an e-mail address or an anonymous id");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw Failure.wrongInput(file + " cannot be written: " + e.getMessage());
    }
  }
}
