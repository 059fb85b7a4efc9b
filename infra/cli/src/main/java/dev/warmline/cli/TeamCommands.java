package dev.warmline.cli;

import picocli.CommandLine.Command;

/** {@code warmline team}: everything about who works leads, and when. */
@Command(
    name = "team",
    description = "Checks, tests and publishes the team file, and says who is away.",
    subcommands = {
      CheckTeam.class,
      TestTeam.class,
      PublishTeam.class,
      RollBackTeam.class,
      ShowTeam.class,
      SendAway.class,
      BringBack.class,
      SyncTeam.class
    })
final class TeamCommands extends CommandGroup {}
