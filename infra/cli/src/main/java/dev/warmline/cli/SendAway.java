package dev.warmline.cli;

import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.team.Absences;
import dev.warmline.team.Away;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code warmline team away}: a person gets no leads for a while. */
@Command(name = "away", description = "From the first date to the last a person is given no leads.")
final class SendAway extends TeamChange {
  @Parameters(index = "0", paramLabel = "PERSON", description = "their id in the team file")
  private String person = "";

  @Parameters(
      index = "1",
      paramLabel = "FROM..TO",
      description = "dates such as 2026-08-03..2026-08-14, or one date")
  private String dates = "";

  @Override
  int run(Output output) {
    var away =
        Away.parse(dates)
            .orElseThrow(
                () ->
                    Failure.wrongInput(
                        "\"" + dates + "\" are no dates: write 2026-08-03..2026-08-14"));
    try (var connection = connect()) {
      return publish(
          connection,
          output,
          before ->
              new Draft(
                  Absences.with(with(before, person).source(), person, away),
                  person + " is away " + away));
    }
  }
}
