package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import dev.warmline.lead.Lead;
import dev.warmline.usecase.ExportLead;
import dev.warmline.usecase.FindLead;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline lead export}: everything that is kept about a person, as one JSON object. */
@Command(
    name = "export",
    description =
        "Writes everything that is kept about a person as one JSON object: by what they are known,"
            + " their devices, and records of every kind, events as they are stored.")
final class ExportPerson extends DeploymentCommand {
  @Parameters(
      paramLabel = "LEAD",
      description = "a lead's id, or a user id, e-mail address, phone number or device of it")
  private String lead = "";

  @Option(names = "--out", paramLabel = "FILE", description = "write it here")
  private @Nullable Path file;

  @Override
  int run(Connection connection, Output output) {
    var stores = connection.stores();
    var found =
        new FindLead(stores.leadStore())
            .find(lead)
            .orElseThrow(() -> Failure.no("there is no lead " + lead));
    if (file == null) {
      write(stores.exportLead(), found, output.out());
      return Exit.OK;
    }
    try (var out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
      write(stores.exportLead(), found, out);
    } catch (IOException e) {
      throw Failure.wrongInput(file + " cannot be written: " + e.getMessage());
    }
    output.err().println("wrote " + file);
    return Exit.OK;
  }

  /** The first page with its records left open, then the records of the others. */
  private void write(ExportLead export, Lead found, PrintWriter out) {
    var now = now();
    var page = export.page(found, Optional.empty(), now);
    ObjectNode head = page.deepCopy();
    head.remove(List.of("records", "next"));
    var text = Json.write(head);
    out.print(text.substring(0, text.length() - 1) + ",\"records\":[");
    var separator = "";
    while (true) {
      for (var record : page.path("records")) {
        out.print(separator + "\n" + Json.write(record));
        separator = ",";
      }
      if (!page.has("next")) {
        break;
      }
      page = export.page(found, Optional.of(page.path("next").asText()), now);
    }
    out.println("\n]}");
  }
}
