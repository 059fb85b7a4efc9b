package dev.warmline.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code warmline completion}: what a shell needs to complete the command. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script for bash and zsh: source <(infra/warmline completion)")
final class Completion implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    var output = Output.of(spec);
    if (spec != null) {
      output.out().print(AutoComplete.bash("warmline", spec.root().commandLine()));
    }
  }
}
