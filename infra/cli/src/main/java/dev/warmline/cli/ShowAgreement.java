package dev.warmline.cli;

import dev.warmline.event.Json;
import dev.warmline.handoff.Agreement;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code warmline sla}: what sales and marketing have agreed on. */
@Command(
    name = "sla",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows what sales and marketing have agreed on, by the model and the team in force: when a"
            + " lead is handed over and with what, how long each side has, and why a lead may be"
            + " given back.")
final class ShowAgreement implements Callable<Integer> {
  private final Surroundings around;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  ShowAgreement(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    var output = Output.of(spec);
    try (var connection = deployment.open()) {
      var stores = connection.stores();
      var now = around.clock().instant();
      var agreement = new Agreement(stores.models().current(now), stores.teams().current(now));
      if (json) {
        output.out().println(Json.write(agreement.write()));
      } else {
        print(agreement, output);
      }
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
