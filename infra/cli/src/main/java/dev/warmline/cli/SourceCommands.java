package dev.warmline.cli;

import picocli.CommandLine.Command;

/** {@code warmline source}: who may send events. */
@Command(
    name = "source",
    description = "Adds, lists, changes, retires and watches what may send events.",
    subcommands = {
      AddSource.class,
      ListSources.class,
      SetSource.class,
      RotateSource.class,
      RetireSource.class,
      WatchSource.class
    })
final class SourceCommands extends CommandGroup {}
