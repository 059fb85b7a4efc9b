package dev.warmline.lead;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a device was a lead's.
 *
 * @param stretches at least one, apart and in order
 */
public record Possession(List<Stretch> stretches) {
  /** Of a device that is nobody's, by itself. */
  static final Possession WHOLE = new Possession(List.of(new Stretch(Instant.MIN, Instant.MAX)));

  public Possession {
    stretches = List.copyOf(stretches);
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("a device that is nobody's is no possession");
    }
  }

  /** Whether nobody has taken the device since. */
  boolean goesOn() {
    return stretches.getLast().until().equals(Instant.MAX);
  }

  /** Whether an event of the device at this instant is the lead's. */
  boolean holds(Instant at) {
    return stretches.stream().anyMatch(stretch -> stretch.holds(at));
  }

  /** What two persons had of a device who are one. */
  Possession joined(Possession other) {
    return new Possession(
        Stretch.united(Stream.concat(stretches.stream(), other.stretches.stream()).toList()));
  }
}
