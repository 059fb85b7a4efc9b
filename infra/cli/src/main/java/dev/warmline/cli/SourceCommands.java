package dev.warmline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code warmline source}: who may send events. */
@Command(
    name = "source",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Adds, lists, changes, retires and watches what may send events.")
final class SourceCommands implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The group with its commands. */
  static CommandLine line(Surroundings around) {
    return new CommandLine(new SourceCommands())
        .addSubcommand(new AddSource())
        .addSubcommand(new ListSources())
        .addSubcommand(new SetSource())
        .addSubcommand(new RotateSource())
        .addSubcommand(new RetireSource())
        .addSubcommand(new WatchSource(around));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "name a command");
    }
  }
}
