package dev.warmline.cli;

import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.team.Absences;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline team back}: a person is there again. */
@Command(
    name = "back",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Takes back every absence of a person that has not ended.")
final class BringBack implements Callable<Integer> {
  private final Surroundings around;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Parameters(paramLabel = "PERSON", description = "their id in the team file")
  private String person = "";

  @Mixin private Signature signature = new Signature();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  BringBack(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    var output = Output.of(spec);
    var now = around.clock().instant();
    var today = now.atZone(ZoneOffset.UTC).toLocalDate();
    try (var connection = deployment.open()) {
      var published =
          connection
              .teams()
              .publish(
                  before ->
                      new Draft(
                          Absences.without(SendAway.with(before, person).source(), person, today),
                          person + " is back"),
                  signature.name(),
                  now);
      PublishTeam.print(published, json, output);
    }
    return Exit.OK;
  }
}
