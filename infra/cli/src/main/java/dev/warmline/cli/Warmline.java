package dev.warmline.cli;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.InvalidModel;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command and its parts. */
@Command(
    name = "warmline",
    mixinStandardHelpOptions = true,
    version = "warmline 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description = "Scores leads, and checks, tests, explains, compares and publishes their rules.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:it ran, and the answer is no (errors in a model, a test case that fails)",
      "2:wrong use, or input that cannot be read",
      "3:the deployment or the local stack cannot be reached"
    })
final class Warmline implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The whole command, writing to these. */
  static CommandLine command(Surroundings around, PrintWriter out, PrintWriter err) {
    var command =
        new CommandLine(new Warmline())
            .addSubcommand(new Score(around))
            .addSubcommand(ModelCommands.line(around))
            .addSubcommand(TeamCommands.line(around))
            .addSubcommand(SourceCommands.line(around))
            .addSubcommand(ParkedCommands.line())
            .addSubcommand(new ActCommand(around))
            .addSubcommand(new Release(around))
            .addSubcommand(new ShowAgreement(around))
            .addSubcommand("completion", new Completion());
    return command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(around.colours() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler((e, arguments) -> wrongUse(e))
        .setExecutionExceptionHandler((e, line, result) -> failed(e, line));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "name a command");
    }
  }

  private static int wrongUse(ParameterException e) {
    var line = e.getCommandLine();
    var name = line.getCommandSpec().qualifiedName();
    line.getErr().println("warmline: " + e.getMessage() + " (see " + name + " --help)");
    return Exit.WRONG_INPUT;
  }

  private static int failed(Exception e, CommandLine line) {
    line.getOut().flush();
    return switch (e) {
      case Failure failure -> {
        line.getErr().println("warmline: " + failure.getMessage());
        yield failure.exit();
      }
      case InvalidModel model -> {
        model.problems().forEach(problem -> line.getErr().println("warmline: " + problem));
        yield Exit.NO;
      }
      case StoreUnavailable store -> {
        line.getErr().println("warmline: " + store.getMessage());
        yield Exit.UNAVAILABLE;
      }
      default -> {
        line.getErr().println("warmline: this is a fault of warmline, please report it: " + e);
        e.printStackTrace(line.getErr());
        yield Exit.WRONG_INPUT;
      }
    };
  }
}
