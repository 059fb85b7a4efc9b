package dev.warmline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code warmline team}: everything about who works leads, and when. */
@Command(
    name = "team",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks, tests and publishes the team file, and says who is away.")
final class TeamCommands implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The group with its commands. */
  static CommandLine line(Surroundings around) {
    return new CommandLine(new TeamCommands())
        .addSubcommand(new CheckTeam())
        .addSubcommand(new TestTeam())
        .addSubcommand(new PublishTeam(around))
        .addSubcommand(new RollBackTeam(around))
        .addSubcommand(new ShowTeam())
        .addSubcommand(new SendAway(around))
        .addSubcommand(new BringBack(around))
        .addSubcommand(new SyncTeam());
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "name a command");
    }
  }
}
