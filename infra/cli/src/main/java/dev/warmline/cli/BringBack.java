package dev.warmline.cli;

import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.team.Absences;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code warmline team back}: a person is there again. */
@Command(name = "back", description = "Takes back every absence of a person that has not ended.")
final class BringBack extends TeamChange {
  @Parameters(paramLabel = "PERSON", description = "their id in the team file")
  private String person = "";

  @Override
  int run(Output output) {
    var today = now().atZone(ZoneOffset.UTC).toLocalDate();
    try (var connection = connect()) {
      return publish(
          connection,
          output,
          before ->
              new Draft(
                  Absences.without(with(before, person).source(), person, today),
                  person + " is back"));
    }
  }
}
