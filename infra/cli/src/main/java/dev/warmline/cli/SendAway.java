package dev.warmline.cli;

import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.team.Absences;
import dev.warmline.team.Away;
import dev.warmline.team.TeamPublication;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code warmline team away}: a person gets no leads for a while. */
@Command(
    name = "away",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "From the first date to the last a person is given no leads.")
final class SendAway implements Callable<Integer> {
  private final Surroundings around;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @Parameters(index = "0", paramLabel = "PERSON", description = "their id in the team file")
  private String person = "";

  @Parameters(
      index = "1",
      paramLabel = "FROM..TO",
      description = "dates such as 2026-08-03..2026-08-14, or one date")
  private String dates = "";

  @Mixin private Signature signature = new Signature();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  SendAway(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    var output = Output.of(spec);
    var away =
        Away.parse(dates)
            .orElseThrow(
                () ->
                    Failure.wrongInput(
                        "\"" + dates + "\" are no dates: write 2026-08-03..2026-08-14"));
    try (var connection = deployment.open()) {
      var published =
          connection
              .teams()
              .publish(
                  before ->
                      new Draft(
                          Absences.with(with(before, person).source(), person, away),
                          person + " is away " + away),
                  signature.name(),
                  around.clock().instant());
      PublishTeam.print(published, json, output);
    }
    return Exit.OK;
  }

  /** The team in force, if this person is in it. */
  static TeamPublication with(Optional<TeamPublication> current, String person) {
    var team =
        current.orElseThrow(
            () -> Failure.no("no team is published yet: begin with warmline team publish FILE"));
    if (team.team().person(person).isEmpty()) {
      throw Failure.no(
          "there is no "
              + person
              + " in the team: "
              + String.join(", ", team.team().people().keySet()));
    }
    return team;
  }
}
