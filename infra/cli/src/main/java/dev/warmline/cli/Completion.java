package dev.warmline.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code warmline completion}: what a shell needs to complete the command. */
@Command(
    name = "completion",
    description = "Prints a script for bash and zsh: source <(infra/warmline completion)")
final class Completion extends CliCommand {
  @Override
  int run(Output output) {
    var whole = line().getCommandSpec().root().commandLine();
    output.out().print(AutoComplete.bash("warmline", whole));
    return Exit.OK;
  }
}
