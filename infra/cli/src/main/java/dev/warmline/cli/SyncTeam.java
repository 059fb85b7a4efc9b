package dev.warmline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.cli.OwnerMails.Synced;
import dev.warmline.team.TeamPublication;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code warmline team sync}: everybody's mailbox gets what goes to them. */
@Command(
    name = "sync",
    sortOptions = false,
    description =
        "Subscribes the mailbox of everybody in the published team to what they own, and no longer"
            + " those of who is gone. Each is asked once by mail to confirm.")
final class SyncTeam extends CliCommand {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private Deployment deployment = new Deployment();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  int run(Output output) {
    try (var mails = deployment.openMails();
        var connection = deployment.open()) {
      var team =
          connection
              .teams()
              .current()
              .map(TeamPublication::team)
              .orElseThrow(() -> Failure.no("no team is published: begin with team publish FILE"));
      print(new OwnerMails(mails, deployment.alertTopic(mails)).sync(team), output);
    } catch (SdkException e) {
      throw Failure.unavailable("the topic of alerts refuses: " + e.getMessage());
    }
    return Exit.OK;
  }

  private void print(Synced synced, Output output) {
    if (json) {
      output.out().println(JSON.valueToTree(synced).toString());
      return;
    }
    say("asked to confirm", synced.asked(), output);
    say("not confirmed yet", synced.waiting(), output);
    say("gets other things from now on", synced.changed(), output);
    say("removed", synced.removed(), output);
    say("left alone, subscribed to something else", synced.taken(), output);
    if (synced.equals(new Synced(List.of(), List.of(), List.of(), List.of(), List.of()))) {
      output.out().println("everybody gets what goes to them");
    }
  }

  private static void say(String what, List<String> people, Output output) {
    if (!people.isEmpty()) {
      output.out().println(what + ": " + String.join(", ", people));
    }
  }
}
