package dev.warmline.cli;

import picocli.CommandLine.Command;

/** {@code warmline parked}: what was refused, and why. */
@Command(
    name = "parked",
    description = "Lists, shows and replays what was refused and kept with its reason.",
    subcommands = {ListParked.class, ShowParked.class, ReplayParked.class})
final class ParkedCommands extends CommandGroup {}
