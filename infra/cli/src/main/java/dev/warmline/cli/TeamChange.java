package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.event.EventJson;
import dev.warmline.team.Absences;
import dev.warmline.team.Succession;
import dev.warmline.team.Team;
import dev.warmline.team.TeamPublication;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that puts another team file in force. */
@Command(sortOptions = false)
abstract class TeamChange extends CliCommand {
  @Mixin private Deployment deployment = new Deployment();

  @Mixin private Signature signature = new Signature();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  final Connection connect() {
    return deployment.open();
  }

  /** Puts in force what follows the team before, and says so. */
  final int publish(
      Connection connection, Output output, Function<Optional<TeamPublication>, Draft> next) {
    var published = connection.teams().publish(next, signature.name(), now());
    output
        .out()
        .println(
            json
                ? EventJson.newObject()
                    .put("team", published.number())
                    .put("by", published.by())
                    .put("why", published.why())
                : "team %d is in force: %s".formatted(published.number(), published.why()));
    return Exit.OK;
  }

  /** The file as it may follow the one in force. */
  final ObjectNode following(
      Connection connection, Optional<TeamPublication> before, ObjectNode next) {
    if (before.isEmpty()) {
      return next;
    }
    var team = Team.of(next);
    var problems = Succession.problems(before.get().team(), team, connection.stores().queues());
    if (!problems.isEmpty()) {
      throw Failure.no(String.join("\nwarmline: ", problems));
    }
    return Absences.carried(
        before.get().source(), next, now().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** The team in force, if this person is in it. */
  static TeamPublication with(Optional<TeamPublication> current, String person) {
    var team =
        current.orElseThrow(
            () -> Failure.no("no team is published yet: begin with warmline team publish FILE"));
    if (team.team().person(person).isEmpty()) {
      throw Failure.no(
          "there is no "
              + person
              + " in the team: "
              + String.join(", ", team.team().people().keySet()));
    }
    return team;
  }
}
