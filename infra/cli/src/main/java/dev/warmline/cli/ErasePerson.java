package dev.warmline.cli;

import dev.warmline.event.EventJson;
import dev.warmline.usecase.EraseLead;
import dev.warmline.usecase.EraseLead.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warmline lead erase}: forgets a person. */
@Command(
    name = "erase",
    description = {
      "Erases a person: their events, their lead and what belongs to it. A mark that nobody can"
          + " test an address against keeps what was on its way from bringing them back; what they"
          + " do themselves afterwards is a new beginning.",
      "It cannot be taken back. Stopped in between, it goes on when it is asked for again."
    })
final class ErasePerson extends DeploymentCommand {
  @Parameters(
      paramLabel = "LEAD",
      description = "a lead's id, or a user id, e-mail address, phone number or device of it")
  private String lead = "";

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Option(
      names = "--no-wait",
      description =
          "do not wait a minute for the last look: the deployed desk takes it within five minutes")
  private boolean noWait;

  @Override
  int run(Connection connection, Output output) throws InterruptedException {
    if (!yes && !isConfirmed(output)) {
      throw Failure.no("nothing was erased: answer with \"erase\", or say --yes");
    }
    var erase = connection.stores().eraseLead();
    var progress = step(erase);
    var events = progress.events();
    while (progress.again().isPresent()) {
      var left = Duration.between(now(), progress.again().get());
      if (noWait && left.isPositive()) {
        break;
      }
      if (left.isPositive()) {
        output.err().println("erased; the last look follows in " + left.toSeconds() + " s");
        Thread.sleep(left);
      }
      progress = step(erase);
      events += progress.events();
    }
    output.out().println(answer(progress, events));
    return Exit.OK;
  }

  private Progress step(EraseLead erase) {
    return erase.erase(lead, now()).orElseThrow(() -> Failure.no("there is no lead " + lead));
  }

  private boolean isConfirmed(Output output) {
    output.err().print("Erase everything that is kept about " + lead + "? Type \"erase\": ");
    output.err().flush();
    try {
      var line = new byte[64];
      var read = Math.max(0, around().input().read(line));
      return new String(line, 0, read, StandardCharsets.UTF_8).strip().equals("erase");
    } catch (IOException e) {
      return false;
    }
  }

  private static String answer(Progress progress, int events) {
    var json = EventJson.newObject().put("lead", progress.lead().value());
    json.put("erasedAt", EventJson.format(progress.at())).put("events", events);
    json.put("complete", progress.again().isEmpty());
    var beyond = json.putArray("beyondRecall");
    EraseLead.BEYOND_RECALL.forEach(beyond::add);
    return json.toPrettyString();
  }
}
