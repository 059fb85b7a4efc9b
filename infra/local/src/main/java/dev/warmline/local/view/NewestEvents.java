package dev.warmline.local.view;

import dev.warmline.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** The latest received of however many events: no more of them are in memory at once. */
final class NewestEvents {
  private static final Comparator<Event> ORDER =
      Comparator.comparing(Event::receivedAt).thenComparing(Event.ORDER);

  private final int limit;
  private final Optional<String> source;
  private final PriorityQueue<Event> kept = new PriorityQueue<>(ORDER);

  /** At most so many, of a source if one is named. */
  NewestEvents(int limit, Optional<String> source) {
    this.limit = limit;
    this.source = source;
  }

  void take(Event event) {
    if (source.filter(name -> !name.equals(event.source())).isEmpty()) {
      kept.add(event);
      if (kept.size() > limit) {
        kept.poll();
      }
    }
  }

  /** The latest first. */
  List<Event> all() {
    var all = new ArrayList<>(kept);
    all.sort(ORDER.reversed());
    return all;
  }
}
