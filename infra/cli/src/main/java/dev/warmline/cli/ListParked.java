package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.event.ParkedEvent;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code warmline parked list}: what was refused, with its reason. */
@Command(
    name = "list",
    description =
        "Lists what was refused, the oldest first; warmline parked show prints what was sent.")
final class ListParked extends DeploymentCommand {
  @Mixin private ParkedFilter filter = new ParkedFilter();

  @Option(names = "--json", description = "print one JSON object a line")
  private boolean json;

  @Override
  int run(Connection connection, Output output) {
    var events = filter.of(connection.parked());
    if (json) {
      events.forEach(event -> output.out().println(json(event)));
    } else {
      var table = new Table(List.of("refused at", "source", "id", "reason"));
      events.forEach(
          event ->
              table.add(
                  List.of(event.at().toString(), event.source(), event.digest(), event.reason())));
      table.print(output);
    }
    return Exit.OK;
  }

  private static String json(ParkedEvent event) {
    var json = JsonNodeFactory.instance.objectNode().put("id", event.digest());
    json.put("at", event.at().toString()).put("source", event.source());
    return json.put("reason", event.reason()).put("raw", event.raw()).toString();
  }
}
