package dev.warmline.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A time during which a device was in the same hands.
 *
 * @param from the first instant; {@link Instant#MIN} if it is the device's first owner
 * @param until the first instant after it; {@link Instant#MAX} if it goes on
 */
public record Stretch(Instant from, Instant until) {

  public Stretch {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a stretch ends after it begins: " + from + ", " + until);
    }
  }

  /** Whether an event of this instant is in it. */
  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /** The same times in as few stretches as possible, in order. */
  static List<Stretch> united(Collection<Stretch> stretches) {
    var united = new ArrayList<Stretch>();
    for (var next : stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
      if (united.isEmpty() || united.getLast().until().isBefore(next.from())) {
        united.add(next);
      } else if (united.getLast().until().isBefore(next.until())) {
        united.set(united.size() - 1, new Stretch(united.getLast().from(), next.until()));
      }
    }
    return united;
  }
}
