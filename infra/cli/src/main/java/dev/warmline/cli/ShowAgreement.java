package dev.warmline.cli;

import dev.warmline.event.Json;
import dev.warmline.handoff.Agreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code warmline sla}: what sales and marketing have agreed on. */
@Command(
    name = "sla",
    description =
        "Shows what sales and marketing have agreed on, by the model and the team in force: when a"
            + " lead is handed over and with what, how long each side has, and why a lead may be"
            + " given back.")
final class ShowAgreement extends DeploymentCommand {
  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  int run(Connection connection, Output output) {
    var stores = connection.stores();
    var now = now();
    var agreement = new Agreement(stores.models().current(now), stores.teams().current(now));
    if (json) {
      output.out().println(Json.write(agreement.write()));
    } else {
      print(agreement, output);
    }
    return Exit.OK;
  }

  private static void print(Agreement agreement, Output output) {
    for (var part : agreement.parts()) {
      output.out().println(part.title());
      part.lines().forEach(line -> output.out().println("  - " + line));
    }
  }
}
