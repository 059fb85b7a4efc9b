package dev.warmline.cli;

import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.event.ParkedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is parked from now on. Its table has no stream: it is looked through, not more often than
 * every few seconds and not further than people read.
 */
final class ParkedTail {
  private static final int MOST_READ = 10_000;
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final DynamoParkedEvents parked;
  private final Set<String> known = new HashSet<>();
  private Instant due = Instant.EPOCH;

  private ParkedTail(DynamoParkedEvents parked) {
    this.parked = parked;
  }

  /** Begins with what is parked already, which is not shown. */
  static ParkedTail begin(DynamoParkedEvents parked) {
    var tail = new ParkedTail(parked);
    tail.unknown();
    return tail;
  }

  /** What was parked since the last look; nothing while the next look is not due. */
  List<ParkedEvent> read(Instant now) {
    if (now.isBefore(due)) {
      return List.of();
    }
    due = now.plus(BETWEEN);
    return unknown();
  }

  private List<ParkedEvent> unknown() {
    return parked.list(MOST_READ).stream().filter(event -> known.add(event.digest())).toList();
  }
}
