package dev.warmline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code warmline parked show}: one event that was refused. */
@Command(name = "show", description = "Prints why something was refused, and what was sent.")
final class ShowParked extends DeploymentCommand {
  @Parameters(paramLabel = "ID", description = "the id that warmline parked list shows")
  private String id = "";

  @Override
  int run(Connection connection, Output output) {
    var event =
        connection
            .parked()
            .find(id)
            .orElseThrow(
                () ->
                    Failure.wrongInput(
                        "nothing is parked as " + id + ": warmline parked list shows what is"));
    output.err().println("%s from %s: %s".formatted(event.at(), event.source(), event.reason()));
    output.out().println(event.raw());
    return Exit.OK;
  }
}
