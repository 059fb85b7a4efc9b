package dev.warmline.cli;

import dev.warmline.event.Json;
import dev.warmline.handoff.DigestJson;
import dev.warmline.handoff.DigestText;
import dev.warmline.report.ReportWeek;
import dev.warmline.usecase.WeeklyDigest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code warmline digest}: what both teams did in a week. */
@Command(
    name = "digest",
    description =
        "Shows what both teams are told on Monday: what they did in a week beside the four weeks"
            + " before it, what is left undone, why leads came back, and what was won. Nothing is"
            + " sent.")
final class ShowDigest extends DeploymentCommand {
  @Option(
      names = "--week",
      paramLabel = "WEEK",
      converter = Weeks.class,
      description = "the week as calendars number it, such as 2026-W10 (default: the last one)")
  private @Nullable ReportWeek week;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = Instants.class,
      description = "when it is looked at, for what is left undone (default: now)")
  private @Nullable Instant asOf;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  /** Reads weeks. */
  private static final class Weeks implements ITypeConverter<ReportWeek> {
    @Override
    public ReportWeek convert(String text) {
      return ReportWeek.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\"" + text + "\" is no week: write it as in 2026-W10"));
    }
  }

  @Override
  int run(Connection connection, Output output) {
    var stores = connection.stores();
    var digests =
        new WeeklyDigest(stores.models(), stores.teams(), stores.leadStore(), stores.cycles());
    var now = Optional.ofNullable(asOf).orElseGet(this::now);
    var wanted = Optional.ofNullable(week).orElseGet(() -> digests.last(now));
    var digest =
        digests
            .of(wanted, now)
            .orElseThrow(
                () ->
                    Failure.no(
                        "no team is published, so nobody has numbers: warmline team publish"));
    if (json) {
      output.out().println(Json.write(DigestJson.write(digest)));
    } else {
      output.out().print(new DigestText(digest).text());
    }
    return Exit.OK;
  }
}
