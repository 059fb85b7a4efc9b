package dev.warmline.cli;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline source retire}: refuses one key of a source, or all of them. */
@Command(
    name = "retire",
    description = "Refuses what comes with a key of the source, or with any. What it sent stays.")
final class RetireSource extends DeploymentCommand {
  @Parameters(paramLabel = "NAME", description = "the source")
  private String name = "";

  @Option(
      names = "--key",
      paramLabel = "DIGEST",
      description = "only this key, by the digest that warmline source list shows")
  private @Nullable String key;

  @Override
  int run(Connection connection, Output output) {
    var sources = connection.sources();
    var keys = sources.keysOf(name).keySet();
    if (key != null && !keys.contains(key)) {
      throw Failure.wrongInput(name + " has no key " + key + ": warmline source list shows them");
    }
    var retired = key == null ? Set.copyOf(keys) : Set.of(key);
    sources.retire(name, retired);
    output.out().println("retired " + retired.size() + " keys of " + name);
    return Exit.OK;
  }
}
