package dev.warmline.cli;

import picocli.CommandLine.Command;

/** {@code warmline model}: everything about rules. */
@Command(
    name = "model",
    description = "Checks, tests, explains, compares and publishes rules.",
    subcommands = {
      CheckModel.class,
      TestModel.class,
      ExplainLead.class,
      CompareModels.class,
      PublishModel.class
    })
final class ModelCommands extends CommandGroup {}
