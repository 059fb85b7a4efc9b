package dev.warmline.cli;

import dev.warmline.event.Trust;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline source add}: a new source with its first write key. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Adds a source and prints its write key, which is shown this once and not kept.")
final class AddSource implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

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
  public Integer call() {
    var output = Output.of(spec);
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
