package dev.warmline.cli;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.InvalidModel;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command and its parts. */
@Command(
    name = "warmline",
    version = "warmline 0.1.0",
    description = "Scores leads, and checks, tests, explains, compares and publishes their rules.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:it ran, and the answer is no (errors in a model, a test case that fails)",
      "2:wrong use, or input that cannot be read",
      "3:the deployment or the local stack cannot be reached"
    })
final class Warmline extends CommandGroup {
  private final Surroundings around;

  private Warmline(Surroundings around) {
    this.around = around;
  }

  /** The whole command, writing to these. */
  static CommandLine command(Surroundings around, PrintWriter out, PrintWriter err) {
    var command =
        new CommandLine(new Warmline(around))
            .addSubcommand(new Score())
            .addSubcommand(new ModelCommands())
            .addSubcommand(new TeamCommands())
            .addSubcommand(new SourceCommands())
            .addSubcommand(new ParkedCommands())
            .addSubcommand(new LeadCommands())
            .addSubcommand(new ActCommand())
            .addSubcommand(new Release())
            .addSubcommand(new ShowAgreement())
            .addSubcommand(new ShowDigest())
            .addSubcommand("completion", new Completion());
    return command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(around.colours() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler((e, arguments) -> wrongUse(e))
        .setExecutionExceptionHandler((e, line, result) -> failed(e, line));
  }

  /** What the command that this line is a part of found around it. */
  static Surroundings around(CommandLine line) {
    return ((Warmline) line.getCommandSpec().root().userObject()).around;
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
