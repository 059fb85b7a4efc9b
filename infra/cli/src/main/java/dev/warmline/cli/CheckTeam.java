package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.authoring.CheckedTeam;
import dev.warmline.rule.Model;
import dev.warmline.rule.Route;
import dev.warmline.rule.Sla;
import dev.warmline.team.Team;
import dev.warmline.team.TeamQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline team check}: everything that is wrong with a team file, at once. */
@Command(
    name = "check",
    description =
        "Shows everything that is wrong or doubtful in a team file, as file:line:column: message."
            + " Exits 1 if anything is an error; warnings do not keep a team from being published.")
final class CheckTeam extends CliCommand {
  @Parameters(paramLabel = "FILE", description = "the team file, YAML or JSON")
  private Path file = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "the model it is to work with: says what of the two does not go together")
  private @Nullable Path model;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  int run(Output output) {
    var checked = TeamFiles.check(file);
    if (json) {
      output.out().println(asJson(checked));
    } else {
      print(checked, output);
    }
    var apart = Optional.ofNullable(model).map(it -> apart(it, checked, output)).orElse(false);
    return checked.accepted().isPresent() && !apart ? Exit.OK : Exit.NO;
  }

  /** Whether a queue of the model is nobody's; what else is doubtful is only said. */
  private static boolean apart(Path model, CheckedTeam checked, Output output) {
    var rules = ModelFiles.computable(model, output.err());
    if (checked.accepted().isEmpty()) {
      return false;
    }
    var team = checked.accepted().get().team();
    doubts(model.toString(), rules, team).forEach(output.err()::println);
    var missing = PublishTeam.unserved(rules, team);
    missing.forEach(queue -> output.err().println(PublishTeam.UNSERVED.formatted(model, queue)));
    return !missing.isEmpty();
  }

  /**
   * What is doubtful of a model beside a team, a line each.
   *
   * @param name of the model, as whoever reads it knows it
   */
  static List<String> doubts(String name, Model model, Team team) {
    var both =
        Stream.of(
                name
                    + ": warning: the model and the team both say how long sales has: the team's"
                    + " times hold, sla of the model is not read")
            .filter(_ -> !model.sla().equals(Sla.NONE));
    var cold =
        model.routes().stream()
            .filter(Route::warmHandoff)
            .flatMap(route -> team.queue(route.queue()).stream())
            .filter(queue -> queue.warmHandoff().isEmpty())
            .map(TeamQueue::name)
            .distinct()
            .map(
                queue ->
                    name
                        + ": warning: a route to queue "
                        + queue
                        + " is a warm-handoff, but the team file does not say who introduces: give"
                        + " the queue warm-handoff: { introduce: PERSON }");
    return Stream.concat(both, cold).toList();
  }

  private void print(CheckedTeam checked, Output output) {
    for (var finding : checked.findings()) {
      output.out().println(output.styled(finding.isError() ? "red" : "yellow", finding.toString()));
    }
    if (checked.findings().isEmpty()) {
      output.out().println(file + ": no problems");
    }
  }

  private static String asJson(CheckedTeam checked) {
    var root = JsonNodeFactory.instance.objectNode();
    root.put("accepted", checked.accepted().isPresent());
    var findings = root.putArray("findings");
    checked.findings().stream().map(CheckModel::asJson).forEach(findings::add);
    return root.toString();
  }
}
