package dev.warmline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code warmline model}: everything about rules. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks, tests, explains, compares and publishes rules.")
final class ModelCommands implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The group with its commands. */
  static CommandLine line(Surroundings around) {
    return new CommandLine(new ModelCommands())
        .addSubcommand(new CheckModel())
        .addSubcommand(new TestModel())
        .addSubcommand(new ExplainLead(around))
        .addSubcommand(new CompareModels(around))
        .addSubcommand(new PublishModel(around));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "name a command");
    }
  }
}
