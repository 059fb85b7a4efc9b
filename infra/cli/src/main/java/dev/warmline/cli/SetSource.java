package dev.warmline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline source set}: other settings for a source, under the keys it has. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Changes what is named and leaves the rest; the keys stay the same.")
final class SetSource implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Parameters(paramLabel = "NAME", description = "the source")
  private String name = "";

  @Mixin private SourceSettings settings = new SourceSettings();

  @Override
  public Integer call() {
    var output = Output.of(spec);
    try (var connection = deployment.open()) {
      var sources = connection.sources();
      var keys = sources.keysOf(name);
      var changed = settings.applied(keys.values().iterator().next());
      sources.change(keys, changed);
      output.out().println("changed " + name + " for " + keys.size() + " keys");
    }
    return Exit.OK;
  }
}
