package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.Model;
import dev.warmline.rule.Route;
import dev.warmline.rule.Sla;
import dev.warmline.team.Absences;
import dev.warmline.team.Succession;
import dev.warmline.team.Team;
import dev.warmline.team.TeamPublication;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline team publish}: puts a team in force. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Publishes a team, without a deploy; functions do not give leads by it yet. Absences that"
            + " were said by warmline team away and have not ended stay. Deadlines that run are not"
            + " moved.")
final class PublishTeam implements Callable<Integer> {
  /** What is said of a route whose queue the team does not have. */
  static final String UNSERVED =
      "%s: warning: its routes name queue %s, which the team file does not have: such leads find"
          + " no owner";

  private final Surroundings around;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Parameters(paramLabel = "FILE", description = "the team file, YAML or JSON")
  private Path file = Path.of("");

  @Mixin private Signature signature = new Signature();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  PublishTeam(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    var output = Output.of(spec);
    var accepted = TeamFiles.accepted(file, output.err());
    try (var connection = deployment.open()) {
      besideTheModel(connection, accepted.team(), output);
      print(
          publish(connection, accepted.source(), "published " + file.getFileName()), json, output);
    }
    return Exit.OK;
  }

  private TeamPublication publish(Connection connection, ObjectNode source, String why) {
    var now = now();
    return connection
        .teams()
        .publish(
            before -> new Draft(following(connection, before, source, now), why),
            signature.name(),
            now);
  }

  /** The file as it may follow the one in force. */
  static ObjectNode following(
      Connection connection, Optional<TeamPublication> before, ObjectNode next, Instant now) {
    if (before.isEmpty()) {
      return next;
    }
    var team = Team.of(next);
    var problems = Succession.problems(before.get().team(), team, connection.stores().queues());
    if (!problems.isEmpty()) {
      throw Failure.no(String.join("\nwarmline: ", problems));
    }
    return Absences.carried(before.get().source(), next, now.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private void besideTheModel(Connection connection, Team team, Output output) {
    try {
      var model = connection.stores().models().current(now()).model();
      if (!model.sla().equals(Sla.NONE)) {
        output.err().println(CheckTeam.BOTH_SAY.formatted(model.name()));
      }
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

  /** Says what was put in force. */
  static void print(TeamPublication published, boolean json, Output output) {
    var answer =
        json
            ? JsonNodeFactory.instance
                .objectNode()
                .put("team", published.number())
                .put("by", published.by())
                .put("why", published.why())
                .toString()
            : "team %d is in force: %s".formatted(published.number(), published.why());
    output.out().println(answer);
  }

  private Instant now() {
    return around.clock().instant();
  }
}
