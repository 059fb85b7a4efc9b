package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.aws.dynamo.ModelPublisher;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline model publish}: puts a model in force. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Puts a model in force within ten seconds, without a deploy. A file that was published"
            + " before keeps its version: publishing an older one again is a rollback.")
final class PublishModel implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Parameters(paramLabel = "FILE", description = "the model file, YAML or JSON")
  private Path file = Path.of("");

  @Option(names = "--silent", description = "tell nobody of leads that qualify by the change alone")
  private boolean silent;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() {
    var output = Output.of(spec);
    var model = ModelFiles.accepted(file, output.err());
    try (var connection = deployment.open()) {
      var published =
          connection
              .publisher()
              .publish(
                  model.source(),
                  silent ? ModelPublisher.Quiet.FROM_NOW : ModelPublisher.Quiet.KEEP,
                  InstantSource.system().instant());
      if (json) {
        var answer = JsonNodeFactory.instance.objectNode().put("publication", published.number());
        answer.put("model", published.model()).put("version", published.version());
        output.out().println(answer.put("silent", silent));
      } else {
        output
            .out()
            .println(
                "published %s version %d as publication %d%s"
                    .formatted(
                        published.model(),
                        published.version(),
                        published.number(),
                        silent ? " (silent)" : ""));
      }
    }
    return Exit.OK;
  }
}
