package dev.warmline.cli;

import dev.warmline.event.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline source add}: a new source with its first write key. */
@Command(
    name = "add",
    sortOptions = false,
    description = "Adds a source and prints its write key, which is shown this once and not kept.")
final class AddSource extends CliCommand {
  @Mixin private Deployment deployment = new Deployment();

  @Parameters(paramLabel = "NAME", description = "what its events carry as their source")
  private String name = "";

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "browser|server",
      description = "browser: the key is public; server: the key is secret and believed")
  private Trust kind = Trust.BROWSER;

  @Mixin private SourceSettings settings = new SourceSettings();

  @Override
  int run(Output output) {
    if (!name.matches("[A-Za-z0-9_.-]{1,100}")) {
      throw Failure.wrongInput(
          name + ": a name has letters, digits, dots, dashes and underscores, at most 100");
    }
    var source = settings.of(name, kind);
    try (var connection = deployment.open()) {
      var sources = connection.sources();
      if (sources.keys().values().stream().anyMatch(known -> known.name().equals(name))) {
        throw Failure.wrongInput(
            name + " is there already: warmline source set changes it, rotate makes a new key");
      }
      output.out().println(sources.add(source));
    }
    return Exit.OK;
  }
}
