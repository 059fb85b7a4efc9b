package dev.warmline.cli;

import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.event.ParkedEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which parked events are meant. */
final class ParkedFilter {
  private static final int MOST_READ = 100_000;

  @Option(names = "--source", paramLabel = "NAME", description = "only those of this source")
  private @Nullable String source;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "only those whose reason contains this")
  private @Nullable String reason;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description = "only those refused then or later, for example 2026-03-01T09:30:00Z")
  private @Nullable Instant since;

  @Option(names = "--until", paramLabel = "INSTANT", description = "only those refused before")
  private @Nullable Instant until;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "at most so many, the oldest first (default: ${DEFAULT-VALUE})")
  private int limit;

  /** Those of them that are meant, the oldest first. */
  List<ParkedEvent> of(DynamoParkedEvents parked) {
    return parked.list(MOST_READ).stream()
        .filter(this::isMeant)
        .sorted(Comparator.comparing(ParkedEvent::at).thenComparing(ParkedEvent::digest))
        .limit(Math.max(0, limit))
        .toList();
  }

  private boolean isMeant(ParkedEvent event) {
    return Optional.ofNullable(source).map(event.source()::equals).orElse(true)
        && Optional.ofNullable(reason).map(event.reason()::contains).orElse(true)
        && Optional.ofNullable(since).map(from -> !event.at().isBefore(from)).orElse(true)
        && Optional.ofNullable(until).map(event.at()::isBefore).orElse(true);
  }
}
