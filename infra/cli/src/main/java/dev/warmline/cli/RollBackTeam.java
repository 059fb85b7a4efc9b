package dev.warmline.cli;

import dev.warmline.aws.dynamo.TeamPublisher;
import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.team.TeamPublication;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code warmline team rollback}: puts an earlier team in force again. */
@Command(
    name = "rollback",
    description =
        "Puts an earlier team in force again, as a new publication; as in publish, absences that"
            + " have not ended stay.")
final class RollBackTeam extends TeamChange {
  @Parameters(
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "which one (default: the one before the one in force)")
  private @Nullable Integer number;

  @Override
  int run(Output output) {
    try (var connection = connect()) {
      return publish(
          connection,
          output,
          before -> {
            var earlier = earlier(connection.teams(), before);
            var source = following(connection, before, earlier.source());
            return new Draft(source, "rolled back to " + earlier.number());
          });
    }
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
