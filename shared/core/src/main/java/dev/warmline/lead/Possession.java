package dev.warmline.lead;

import dev.warmline.event.Trust;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a device was a lead's.
 *
 * @param stretches at least one, apart and in order
 * @param trust the best word for it
 * @param since the latest claim that began a stretch
 */
public record Possession(List<Stretch> stretches, Trust trust, Instant since) {
  /** Which devices a lead keeps if it has too many: those of servers, then those taken last. */
  static final Comparator<Possession> SUREST =
      Comparator.comparing(Possession::trust)
          .thenComparing(Possession::since, Comparator.reverseOrder());

  /** Of a device that is nobody's, by itself. */
  static final Possession WHOLE =
      new Possession(List.of(new Stretch(Instant.MIN, Instant.MAX)), Trust.BROWSER, Instant.EPOCH);

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
        Stretch.united(Stream.concat(stretches.stream(), other.stretches.stream()).toList()),
        trust.compareTo(other.trust) <= 0 ? trust : other.trust,
        since.isAfter(other.since) ? since : other.since);
  }
}
