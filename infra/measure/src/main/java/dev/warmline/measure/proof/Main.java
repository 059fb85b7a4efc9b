package dev.warmline.measure.proof;

import dev.warmline.measure.simulation.SimulationCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where {@code infra/measure/prove} enters. */
@Command(
    name = "infra/measure/prove",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Shows what Warmline claims: starts a stack of its own on a free port, drives it, prints"
            + " figures, and fails when a claim does not hold.",
    subcommands = {
      Storm.class,
      Throughput.class,
      Heap.class,
      TenLeads.class,
      DeskTimes.class,
      SimulationCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs one command; 0 when every claim holds, 1 when one does not, 2 for wrong use. */
  public static void main(String... arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
