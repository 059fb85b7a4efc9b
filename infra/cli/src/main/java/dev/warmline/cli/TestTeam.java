package dev.warmline.cli;

import dev.warmline.authoring.TeamTests;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline team test}: runs the cases beside a team file. */
@Command(
    name = "test",
    description =
        "Runs the cases of a team file: those of NAME.yaml are in NAME.test.yaml beside it."
            + " Exits 1 if one fails or the team is not accepted.")
final class TestTeam extends CliCommand {
  @Parameters(paramLabel = "FILE", description = "the team file, YAML or JSON")
  private Path file = Path.of("");

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      description = "the cases, if they are not beside the file")
  private @Nullable Path cases;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  int run(Output output) {
    var team = TeamFiles.accepted(file, output.err()).team();
    var outcomes = TestModel.outcomes(file, cases, beside -> TeamTests.run(team, beside));
    return TestModel.show(Map.of(file, outcomes), json, output);
  }
}
