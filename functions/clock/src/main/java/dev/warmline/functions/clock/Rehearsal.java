package dev.warmline.functions.clock;

import dev.warmline.aws.dynamo.Rehearsals;
import dev.warmline.aws.publish.RehearsalPublisher;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.usecase.HandOffLead;
import dev.warmline.usecase.TickClock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One tick before the snapshot, at which nothing is due. */
final class Rehearsal {
  private static final String MODEL =
      """
      {"name":"rehearsal","scores":{"engagement":{"rules":[
        {"id":"page","when":{"type":["page"]},"points":10,"decay":{"half-life":"30d"}}]}},
       "qualify":{"enter":{"score":"engagement","at-least":20}}}""";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Rehearsal() {}

  static void run() {
    try (var rehearsal = new Rehearsals()) {
      rehearsal.publish(MODEL);
      var stores = rehearsal.stores();
      var handOff =
          new HandOffLead(
              stores.leadStore(),
              stores.alertStore(),
              RehearsalPublisher.over(rehearsal.tables()),
              new AlertRenderer(Optional.empty()));
      new TickClock(
              stores.models(),
              stores.leadStore(),
              stores.directory(),
              stores.evaluateLead(),
              handOff,
              stores.parkedEvents())
          .tick("rehearsal", NOW, 1, Set.of());
    }
  }
}
