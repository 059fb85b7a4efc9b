package dev.warmline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline source rotate}: a new key for a source. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Makes one more write key, shown this once. The old ones stay good until they are retired:"
            + " at once with --now, else by warmline source retire.")
final class RotateSource implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Parameters(paramLabel = "NAME", description = "the source")
  private String name = "";

  @Option(names = "--now", description = "refuse the old keys from now on")
  private boolean now;

  @Override
  public Integer call() {
    var output = Output.of(spec);
    try (var connection = deployment.open()) {
      var sources = connection.sources();
      var old = sources.keysOf(name);
      output.out().println(sources.add(old.values().iterator().next()));
      if (now) {
        sources.retire(name, old.keySet());
      }
    }
    return Exit.OK;
  }
}
