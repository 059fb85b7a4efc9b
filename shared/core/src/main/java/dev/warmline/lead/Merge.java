package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;

/** What becomes of two leads that turn out to be one person. */
final class Merge {
  private static final Comparator<Lead> SURVIVOR_LAST =
      Comparator.<Lead>comparingInt(lead -> lead.stage().reach())
          .thenComparingInt(Lead::cycle)
          .thenComparing(Lead::id, Comparator.reverseOrder());

  private Merge() {}

  /** The one that reached the further stage, then the higher cycle, then the smaller id. */
  static Lead survivorOf(Lead a, Lead b) {
    return SURVIVOR_LAST.compare(a, b) >= 0 ? a : b;
  }

  /** The survivor with the profiles of both: it is evaluated again before anything else happens. */
  static Lead joined(Lead survivor, Lead loser, SortedSet<ProfileKey> profiles) {
    return survivor.toBuilder()
        .profiles(profiles)
        .cycle(Math.max(survivor.cycle(), loser.cycle()))
        .leftAt(later(survivor.leftAt(), loser.leftAt()))
        .signalAt(later(survivor.signalAt(), loser.signalAt()))
        .checkpoint(Optional.empty())
        .build();
  }

  /** What stays of the loser: nothing but where it went. */
  static Lead tombstone(Lead loser, LeadId survivor, Instant now) {
    return Lead.builder(loser.id(), now)
        .version(loser.version())
        .mergedInto(Optional.of(survivor))
        .stage(loser.stage(), now)
        .cycle(loser.cycle())
        .entries(loser.entries())
        .publication(loser.publication())
        .build();
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    if (one.isPresent() && other.isPresent()) {
      return one.get().isAfter(other.get()) ? one : other;
    }
    return one.or(() -> other);
  }
}
