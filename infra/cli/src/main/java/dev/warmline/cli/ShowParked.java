package dev.warmline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline parked show}: one event that was refused. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Prints why something was refused, and what was sent.")
final class ShowParked implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Parameters(paramLabel = "ID", description = "the id that warmline parked list shows")
  private String id = "";

  @Override
  public Integer call() {
    var output = Output.of(spec);
    try (var connection = deployment.open()) {
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
    }
    return Exit.OK;
  }
}
