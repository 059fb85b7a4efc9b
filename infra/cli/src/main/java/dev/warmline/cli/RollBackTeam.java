package dev.warmline.cli;

import dev.warmline.aws.dynamo.TeamPublisher;
import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.team.TeamPublication;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline team rollback}: puts an earlier team in force again. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Puts an earlier team in force again, as a new publication; as in publish, absences that"
            + " have not ended stay.")
final class RollBackTeam implements Callable<Integer> {
  private final Surroundings around;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Parameters(
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "which one (default: the one before the one in force)")
  private @Nullable Integer number;

  @Mixin private Signature signature = new Signature();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  RollBackTeam(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    var output = Output.of(spec);
    var now = around.clock().instant();
    try (var connection = deployment.open()) {
      var published =
          connection
              .teams()
              .publish(
                  before -> {
                    var earlier = earlier(connection.teams(), before);
                    var source = PublishTeam.following(connection, before, earlier.source(), now);
                    return new Draft(source, "rolled back to " + earlier.number());
                  },
                  signature.name(),
                  now);
      PublishTeam.print(published, json, output);
    }
    return Exit.OK;
  }

  private TeamPublication earlier(TeamPublisher teams, Optional<TeamPublication> current) {
    var wanted = Optional.ofNullable(number).or(() -> current.map(it -> it.number() - 1)).orElse(0);
    return teams
        .find(wanted)
        .orElseThrow(
            () ->
                Failure.wrongInput(
                    wanted < 1
                        ? "there is no earlier team to go back to"
                        : "there is no team " + wanted + ": see warmline team show"));
  }
}
