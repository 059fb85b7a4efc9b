package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.team.Away;
import dev.warmline.team.QueueStore;
import dev.warmline.team.TeamMember;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.TeamQueue;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code warmline team show}: who is in force, and what was in force before. */
@Command(
    name = "show",
    description =
        "Shows the team in force: its people with their absences, its queues with how many open"
            + " leads each member has, and which team files were in force since when.")
final class ShowTeam extends DeploymentCommand {
  @Option(names = "--json", description = "print one JSON object: the file and its publications")
  private boolean json;

  @Override
  int run(Connection connection, Output output) {
    var all = connection.teams().list();
    if (all.isEmpty()) {
      throw Failure.no("no team is published: model.sla holds, and nobody is given leads");
    }
    if (json) {
      output.out().println(asJson(all));
    } else {
      people(all.getFirst(), output);
      queues(all.getFirst(), connection.stores().queues(), output);
      publications(all, output);
    }
    return Exit.OK;
  }

  private static void people(TeamPublication current, Output output) {
    var table = new Table(List.of("person", "name", "role", "away"));
    for (var person : current.team().people().values()) {
      table.add(List.of(person.id(), person.name(), person.role().word(), away(person)));
    }
    table.print(output);
    output.out().println();
  }

  private static String away(TeamMember person) {
    return person.away().isEmpty()
        ? "-"
        : person.away().stream().map(Away::toString).collect(Collectors.joining(", "));
  }

  private static void queues(TeamPublication current, QueueStore store, Output output) {
    var table = new Table(List.of("queue", "given", "open leads", "escalates to"));
    for (var queue : current.team().queues().values()) {
      table.add(
          List.of(
              queue.name(),
              queue.ownedByCrm() ? "by the CRM" : queue.give().word(),
              open(queue, store),
              queue.escalateTo().orElse("-")));
    }
    table.print(output);
    output.out().println();
  }

  private static String open(TeamQueue queue, QueueStore store) {
    var turns = store.find(queue.name());
    return queue.members().isEmpty()
        ? "-"
        : queue.members().stream()
            .map(member -> member + " " + turns.open(member))
            .collect(Collectors.joining(", "));
  }

  private static void publications(List<TeamPublication> all, Output output) {
    var table = new Table(List.of("team", "since", "by", "what"));
    for (var one : all) {
      table.add(List.of(Integer.toString(one.number()), one.at().toString(), one.by(), one.why()));
    }
    table.print(output);
  }

  private static String asJson(List<TeamPublication> all) {
    var root = JsonNodeFactory.instance.objectNode();
    root.put("team", all.getFirst().number()).set("file", all.getFirst().source());
    var list = root.putArray("publications");
    for (var one : all) {
      list.addObject()
          .put("team", one.number())
          .put("at", one.at().toString())
          .put("by", one.by())
          .put("why", one.why());
    }
    return root.toString();
  }
}
