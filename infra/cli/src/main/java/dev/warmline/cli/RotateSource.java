package dev.warmline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline source rotate}: a new key for a source. */
@Command(
    name = "rotate",
    description =
        "Makes one more write key, shown this once. The old ones stay good until they are retired:"
            + " at once with --now, else by warmline source retire.")
final class RotateSource extends DeploymentCommand {
  @Parameters(paramLabel = "NAME", description = "the source")
  private String name = "";

  @Option(names = "--now", description = "refuse the old keys from now on")
  private boolean now;

  @Override
  int run(Connection connection, Output output) {
    var sources = connection.sources();
    var old = sources.keysOf(name);
    output.out().println(sources.add(old.values().iterator().next()));
    if (now) {
      sources.retire(name, old.keySet());
    }
    return Exit.OK;
  }
}
