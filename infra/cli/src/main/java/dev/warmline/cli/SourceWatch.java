package dev.warmline.cli;

import dev.warmline.rule.Models;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What one source sends from now on: what of it is stored, and what is parked. */
record SourceWatch(String name, EventTail events, ParkedTail parked, Models models) {
  /** Begins to watch the source of this name. */
  static SourceWatch begin(String name, EventTail events, Connection connection) {
    var parked = ParkedTail.begin(connection.parked());
    return new SourceWatch(name, events, parked, connection.stores().models());
  }

  /** What has come since the last look, the oldest first. */
  List<Sighting> look(Instant now) {
    var model = models.current(now).model();
    var stored =
        events.read().stream()
            .filter(event -> event.source().equals(name))
            .map(event -> Sighting.of(event, model));
    var refused =
        parked.read(now).stream()
            .filter(event -> event.source().equals(name))
            .map(event -> Sighting.of(event));
    return Stream.concat(stored, refused).sorted(Comparator.comparing(Sighting::at)).toList();
  }
}
