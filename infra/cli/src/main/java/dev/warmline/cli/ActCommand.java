package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.OutcomeFields;
import dev.warmline.lead.StandingText;
import dev.warmline.usecase.ActOnLead.Acted;
import dev.warmline.usecase.FindLead;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline act}: what a person decides about a lead. */
@Command(
    name = "act",
    description = {
      "Does what somebody of sales or marketing decided about a lead; docs/lifecycle.md has the"
          + " table of acts and stages.",
      "The same --id again does nothing, and answers what it did the first time."
    })
final class ActCommand extends DeploymentCommand {
  @Parameters(
      index = "0",
      paramLabel = "LEAD",
      description = "a lead's id, or a user id, e-mail address, phone number or device of it")
  private String lead = "";

  @Parameters(
      index = "1",
      paramLabel = "ACT",
      completionCandidates = Acts.class,
      description = "one of ${COMPLETION-CANDIDATES}")
  private String act = "";

  @Option(
      names = "--by",
      paramLabel = "PERSON",
      defaultValue = "${sys:user.name}",
      description = "who does it (default: ${DEFAULT-VALUE})")
  private String person = "";

  @Option(
      names = {"-s", "--say"},
      paramLabel = "FIELD=TEXT",
      description =
          "what the act says, more than once: reason, note, until, why, text, owner, queue, how,"
              + " answer, opportunity, currency")
  private Map<String, String> said = new LinkedHashMap<>();

  @Option(names = "--value", paramLabel = "AMOUNT", description = "what a customer is worth")
  private @Nullable BigDecimal value;

  @Option(
      names = "--cycle",
      paramLabel = "N",
      description = "the cycle that is meant: refused if it is over")
  private @Nullable Integer cycle;

  @Option(names = "--id", paramLabel = "ID", description = "names the act (default: a new one)")
  private @Nullable String id;

  /** The acts that can be done. */
  private static final class Acts implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return OutcomeFields.acts().iterator();
    }
  }

  @Override
  int run(Connection connection, Output output) {
    try {
      var acted = act(connection);
      var answer = acted.answer();
      output
          .out()
          .println(
              StandingText.write(acted.lead())
                  .put("answer", answer.kind().name().toLowerCase(Locale.ROOT))
                  .put("why", answer.why()));
      return answer.isRefused() ? Exit.NO : Exit.OK;
    } catch (InvalidEvent wrong) {
      throw Failure.wrongInput(String.valueOf(wrong.getMessage()));
    }
  }

  private Acted act(Connection connection) {
    var name = Optional.ofNullable(id).orElseGet(() -> UUID.randomUUID().toString());
    return new FindLead(connection.stores().leadStore())
        .find(lead)
        .flatMap(found -> connection.acts().act(found.id(), name, person, fields(), now()))
        .orElseThrow(() -> Failure.wrongInput("there is no lead " + lead));
  }

  private ObjectNode fields() {
    var json = EventJson.newObject().put("act", act);
    said.forEach(json::put);
    Optional.ofNullable(value).ifPresent(amount -> json.put("value", amount));
    Optional.ofNullable(cycle).ifPresent(number -> json.put("cycle", number));
    return json;
  }
}
