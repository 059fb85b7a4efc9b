package dev.warmline.cli;

import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.Model;
import dev.warmline.rule.Route;
import dev.warmline.team.Team;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code warmline team publish}: puts a team in force. */
@Command(
    name = "publish",
    description =
        "Publishes a team, without a deploy; functions do not give leads by it yet. Absences that"
            + " were said by warmline team away and have not ended stay. Deadlines that run are not"
            + " moved.")
final class PublishTeam extends TeamChange {
  /** What is said of a route whose queue the team does not have. */
  static final String UNSERVED =
      "%s: warning: its routes name queue %s, which the team file does not have: such leads find"
          + " no owner";

  @Parameters(paramLabel = "FILE", description = "the team file, YAML or JSON")
  private Path file = Path.of("");

  @Override
  int run(Output output) {
    var accepted = TeamFiles.accepted(file, output.err());
    try (var connection = connect()) {
      besideTheModel(connection, accepted.team(), output);
      return publish(
          connection,
          output,
          before ->
              new Draft(
                  following(connection, before, accepted.source()),
                  "published " + file.getFileName()));
    }
  }

  private void besideTheModel(Connection connection, Team team, Output output) {
    try {
      var model = connection.stores().models().current(now()).model();
      CheckTeam.doubts(model.name(), model, team).forEach(output.err()::println);
      unserved(model, team)
          .forEach(queue -> output.err().println(UNSERVED.formatted(model.name(), queue)));
    } catch (StoreUnavailable e) {
      output.err().println("no model can be read to compare with: " + e.getMessage());
    }
  }

  /** The queues of a model's routes that a team does not have. */
  static List<String> unserved(Model model, Team team) {
    return model.routes().stream()
        .map(Route::queue)
        .filter(queue -> !team.queues().containsKey(queue))
        .distinct()
        .toList();
  }
}
