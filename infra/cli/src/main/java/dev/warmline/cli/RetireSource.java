package dev.warmline.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline source retire}: refuses one key of a source, or all of them. */
@Command(
    name = "retire",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Refuses what comes with a key of the source, or with any. What it sent stays.")
final class RetireSource implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Parameters(paramLabel = "NAME", description = "the source")
  private String name = "";

  @Option(
      names = "--key",
      paramLabel = "DIGEST",
      description = "only this key, by the digest that warmline source list shows")
  private @Nullable String key;

  @Override
  public Integer call() {
    var output = Output.of(spec);
    try (var connection = deployment.open()) {
      var sources = connection.sources();
      var keys = sources.keysOf(name).keySet();
      if (key != null && !keys.contains(key)) {
        throw Failure.wrongInput(name + " has no key " + key + ": warmline source list shows them");
      }
      var retired = key == null ? Set.copyOf(keys) : Set.of(key);
      sources.retire(name, retired);
      output.out().println("retired " + retired.size() + " keys of " + name);
    }
    return Exit.OK;
  }
}
