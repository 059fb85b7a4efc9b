package dev.warmline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code warmline parked}: what was refused, and why. */
@Command(
    name = "parked",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists, shows and replays what was refused and kept with its reason.")
final class ParkedCommands implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The group with its commands. */
  static CommandLine line() {
    return new CommandLine(new ParkedCommands())
        .addSubcommand(new ListParked())
        .addSubcommand(new ShowParked())
        .addSubcommand(new ReplayParked());
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "name a command");
    }
  }
}
