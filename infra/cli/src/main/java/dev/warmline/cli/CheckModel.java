package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.CheckedModel;
import dev.warmline.authoring.Finding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline model check}: everything that is wrong with model files, at once. */
@Command(
    name = "check",
    description =
        "Shows everything that is wrong or doubtful in model files, as file:line:column: message."
            + " Exits 1 if anything is an error; warnings (surely not what was meant) and hints"
            + " (often not what was wanted) do not keep a model from being published.")
final class CheckModel extends CliCommand {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "model files, YAML or JSON")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  int run(Output output) {
    var checked = new LinkedHashMap<Path, CheckedModel>();
    ModelFiles.models(files).forEach(file -> checked.put(file, ModelFiles.check(file)));
    if (json) {
      output.out().println(asJson(checked));
    } else {
      checked.forEach((file, model) -> print(output, file, model));
    }
    return checked.values().stream().allMatch(model -> model.errors().isEmpty())
        ? Exit.OK
        : Exit.NO;
  }

  private static void print(Output output, Path file, CheckedModel model) {
    for (var finding : model.findings()) {
      output.out().println(output.styled(finding.isError() ? "red" : "yellow", finding.toString()));
    }
    var errors = model.errors().size();
    var warnings = model.warnings().size();
    var hints = model.hints().size();
    var sum =
        errors + warnings == 0
            ? "no problems"
            : count(errors, "error") + ", " + count(warnings, "warning");
    output.out().println(file + ": " + sum + (hints == 0 ? "" : ", " + count(hints, "hint")));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static ObjectNode asJson(Map<Path, CheckedModel> checked) {
    var root = JSON.objectNode();
    var list = root.putArray("files");
    checked.forEach(
        (file, model) -> {
          var entry = list.addObject().put("file", file.toString());
          entry.put("accepted", model.errors().isEmpty());
          var findings = entry.putArray("findings");
          model.findings().forEach(finding -> findings.add(asJson(finding)));
        });
    return root;
  }

  static ObjectNode asJson(Finding finding) {
    var entry = JSON.objectNode();
    entry.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    entry.put("file", finding.file());
    entry.put("line", finding.line()).put("column", finding.column());
    entry.put("pointer", finding.pointer()).put("message", finding.message());
    finding.suggestion().ifPresent(suggestion -> entry.put("suggestion", suggestion));
    return entry;
  }
}
