package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Source;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code warmline source list}: what may send, one row a key. */
@Command(
    name = "list",
    description = "Lists the write keys by their digests, with the settings of their sources.")
final class ListSources extends DeploymentCommand {
  @Option(names = "--json", description = "print one JSON object a line")
  private boolean json;

  @Override
  int run(Connection connection, Output output) {
    var keys = connection.sources().keys();
    if (json) {
      keys.forEach((digest, source) -> output.out().println(json(digest, source)));
    } else {
      var table = new Table(List.of("source", "kind", "daily", "KB", "history", "origins", "key"));
      keys.forEach((digest, source) -> table.add(row(digest, source)));
      table.print(output);
    }
    return Exit.OK;
  }

  private static List<String> row(String digest, Source source) {
    return List.of(
        source.name(),
        source.trust().word(),
        limit(source.dailyLimit().events()),
        limit(source.dailyLimit().kilobytes()),
        source.backfill() ? "yes" : "no",
        source.allowedOrigins().isEmpty() ? "any" : String.join(" ", origins(source)),
        digest);
  }

  private static String limit(long limit) {
    return limit == 0 ? "-" : Long.toString(limit);
  }

  private static List<String> origins(Source source) {
    return source.allowedOrigins().stream().sorted().toList();
  }

  private static ObjectNode json(String digest, Source source) {
    var json = JsonNodeFactory.instance.objectNode().put("source", source.name());
    json.put("kind", source.trust().word()).put("daily", source.dailyLimit().events());
    json.put("dailyKilobytes", source.dailyLimit().kilobytes());
    json.put("backfill", source.backfill()).put("key", digest);
    origins(source).forEach(json.putArray("origins")::add);
    var fields = json.putObject("fields");
    source.form().traits().forEach(fields::put);
    source.form().answers().forEach(json.putArray("answers")::add);
    return json;
  }
}
