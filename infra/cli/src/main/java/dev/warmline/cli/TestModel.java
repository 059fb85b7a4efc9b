package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.ModelTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline model test}: runs the cases beside model files. */
@Command(
    name = "test",
    description =
        "Runs the cases of each model: those of NAME.yaml are in NAME.test.yaml beside it."
            + " Exits 1 if one fails or a model is not accepted.")
final class TestModel extends CliCommand {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "model files, YAML or JSON")
  private List<Path> files = List.of();

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      description = "the cases, if they are not beside the model (only with one model)")
  private @Nullable Path cases;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  int run(Output output) {
    var models = ModelFiles.models(files);
    if (cases != null && models.size() > 1) {
      throw Failure.wrongInput("--cases goes with one model: name one");
    }
    var all = new LinkedHashMap<Path, List<ModelTests.Outcome>>();
    models.forEach(file -> all.put(file, run(file, output)));
    return show(all, json, output);
  }

  private List<ModelTests.Outcome> run(Path file, Output output) {
    var model = ModelFiles.accepted(file, output.err());
    return outcomes(file, cases, beside -> ModelTests.run(model, beside));
  }

  /** Runs a file of cases. */
  interface Cases {
    List<ModelTests.Outcome> run(Path cases) throws IOException;
  }

  /** What comes of the cases of a file, which are beside it unless they are named. */
  static List<ModelTests.Outcome> outcomes(Path file, @Nullable Path cases, Cases of) {
    var beside = Optional.ofNullable(cases).orElseGet(() -> ModelTests.beside(file));
    try {
      return of.run(beside);
    } catch (IOException e) {
      throw ModelFiles.unreadable(beside, e);
    }
  }

  /** Shows what came of the cases of all files. */
  static int show(Map<Path, List<ModelTests.Outcome>> all, boolean json, Output output) {
    if (json) {
      output.out().println(asJson(all));
    } else {
      all.forEach((file, outcomes) -> print(output, file, outcomes));
    }
    return passes(all) ? Exit.OK : Exit.NO;
  }

  private static boolean passes(Map<Path, List<ModelTests.Outcome>> all) {
    return all.values().stream().flatMap(List::stream).allMatch(ModelTests.Outcome::passes);
  }

  private static void print(Output output, Path file, List<ModelTests.Outcome> outcomes) {
    for (var outcome : outcomes) {
      var word = outcome.passes() ? output.styled("green", "ok  ") : output.styled("red", "FAIL");
      output.out().println(word + "  " + outcome.name());
      outcome.differences().forEach(difference -> output.out().println("      " + difference));
    }
    var failed = outcomes.stream().filter(outcome -> !outcome.passes()).count();
    output.out().println("%s: %d cases, %d failed".formatted(file, outcomes.size(), failed));
  }

  /** The same for machines. */
  private static ObjectNode asJson(Map<Path, List<ModelTests.Outcome>> all) {
    var root = JsonNodeFactory.instance.objectNode().put("passes", passes(all));
    var list = root.putArray("files");
    all.forEach(
        (file, outcomes) -> {
          var entries = list.addObject().put("file", file.toString()).putArray("cases");
          for (var outcome : outcomes) {
            var entry = entries.addObject().put("name", outcome.name());
            var differences = entry.put("passes", outcome.passes()).putArray("differences");
            outcome.differences().forEach(differences::add);
          }
        });
    return root;
  }
}
