package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.authoring.ModelDescription;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline model publish}: puts a model in force. */
@Command(
    name = "publish",
    sortOptions = false,
    description =
        "Puts a model in force within ten seconds, without a deploy. A file that was published"
            + " before keeps its version: publishing an older one again is a rollback.")
final class PublishModel extends CliCommand {
  @Mixin private Deployment deployment = new Deployment();

  @Parameters(paramLabel = "FILE", description = "the model file, YAML or JSON")
  private Path file = Path.of("");

  @ArgGroup private Loudness loudness = new Loudness();

  /** One of them, or neither: then what was kept quiet stays so. */
  private static final class Loudness {
    @Option(
        names = "--silent",
        description = "leads that qualify by the change alone wait: see warmline release")
    private boolean silent;

    @Option(
        names = "--announce",
        description = "announce also who qualifies by what was kept quiet before")
    private boolean announce;

    Quiet quiet() {
      return silent ? Quiet.FROM_NOW : announce ? Quiet.NONE : Quiet.KEEP;
    }
  }

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  int run(Output output) {
    var model = ModelFiles.accepted(file, output.err());
    try (var connection = deployment.open()) {
      var now = now();
      var words = ModelDescription.of(model, connection.modelInForce(now), now);
      var published =
          connection.publisher().publish(model.source(), loudness.quiet(), Optional.of(words), now);
      if (json) {
        var answer = JsonNodeFactory.instance.objectNode().put("publication", published.number());
        answer.put("model", published.model()).put("version", published.version());
        output.out().println(answer.put("silent", loudness.silent));
      } else {
        output
            .out()
            .println(
                "published %s version %d as publication %d%s"
                    .formatted(
                        published.model(),
                        published.version(),
                        published.number(),
                        loudness.silent ? " (silent)" : ""));
      }
    }
    return Exit.OK;
  }
}
