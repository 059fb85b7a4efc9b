package dev.warmline.cli;

import dev.warmline.authoring.ModelTests;
import dev.warmline.authoring.TeamTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline team test}: runs the cases beside a team file. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description =
        "Runs the cases of a team file: those of NAME.yaml are in NAME.test.yaml beside it."
            + " Exits 1 if one fails or the team is not accepted.")
final class TestTeam implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

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
  public Integer call() {
    var output = Output.of(spec);
    var outcomes = run(output);
    var all = Map.of(file, outcomes);
    if (json) {
      output.out().println(TestModel.asJson(all));
    } else {
      TestModel.print(output, file, outcomes);
    }
    return TestModel.passes(all) ? Exit.OK : Exit.NO;
  }

  private List<ModelTests.Outcome> run(Output output) {
    var team = TeamFiles.accepted(file, output.err()).team();
    var beside = Optional.ofNullable(cases).orElseGet(() -> ModelTests.beside(file));
    try {
      return TeamTests.run(team, beside);
    } catch (IOException e) {
      throw ModelFiles.unreadable(beside, e);
    }
  }
}
