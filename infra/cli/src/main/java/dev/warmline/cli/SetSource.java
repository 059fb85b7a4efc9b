package dev.warmline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code warmline source set}: other settings for a source, under the keys it has. */
@Command(
    name = "set",
    description = "Changes what is named and leaves the rest; the keys stay the same.")
final class SetSource extends DeploymentCommand {
  @Parameters(paramLabel = "NAME", description = "the source")
  private String name = "";

  @Mixin private SourceSettings settings = new SourceSettings();

  @Override
  int run(Connection connection, Output output) {
    var sources = connection.sources();
    var keys = sources.keysOf(name);
    var changed = settings.applied(keys.values().iterator().next());
    sources.change(keys, changed);
    output.out().println("changed " + name + " for " + keys.size() + " keys");
    return Exit.OK;
  }
}
