package dev.warmline.score;

import dev.warmline.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the newest evidence of a fold, and the newest that is fresh. */
final class EvidenceFold {
  private final Duration freshWithin;
  Optional<Seen> newest = Optional.empty();
  Optional<Seen> fresh = Optional.empty();

  /** Of a model that calls fresh what is received so soon. */
  EvidenceFold(Duration freshWithin) {
    this.freshWithin = freshWithin;
  }

  /**
   * Evidence that was taken.
   *
   * @param received when it was received, in milliseconds
   * @param at when it happened, in milliseconds
   * @param expires whether its event is behaviour
   */
  record Seen(long received, long at, boolean expires, Evidence.Kind kind, String list) {}

  void add(Event event) {
    var seen =
        new Seen(
            Millis.of(event.receivedAt()),
            Millis.of(event.occurredAt()),
            event.type().isBehaviour(),
            Evidence.kind(event, freshWithin),
            Evidence.list(event));
    newest = newer(newest, seen);
    if (seen.kind() == Evidence.Kind.FRESH) {
      fresh = newer(fresh, seen);
    }
  }

  Evidence evidence() {
    return new Evidence(
        newest.map(
            seen ->
                new Evidence.Piece(
                    Instant.ofEpochMilli(seen.received()), seen.kind(), seen.list())),
        fresh.map(seen -> Instant.ofEpochMilli(seen.received())));
  }

  /** The first instant at which some of it expires. */
  long expires(long retention) {
    return Stream.concat(newest.stream(), fresh.stream())
        .filter(Seen::expires)
        .mapToLong(seen -> seen.at() + retention)
        .min()
        .orElse(RuleFold.NEVER);
  }

  private static Optional<Seen> newer(Optional<Seen> before, Seen seen) {
    return before.filter(it -> it.received() > seen.received()).or(() -> Optional.of(seen));
  }
}
