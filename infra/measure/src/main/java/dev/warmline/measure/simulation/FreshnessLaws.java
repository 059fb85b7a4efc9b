package dev.warmline.measure.simulation;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Laws of whom sales hears of at once: who qualifies by what just happened. */
final class FreshnessLaws {
  private static final Duration FRESH_WITHIN = Duration.ofDays(3);

  /** The longest a stream holds a record back. */
  private static final Duration HELD_BACK = Duration.ofHours(24);

  private FreshnessLaws() {}

  static List<String> wronglySilent(Evidence evidence) {
    return Opened.in(evidence).stream()
        .filter(opened -> opened.entry().silent() && isFresh(opened, evidence))
        .map(opened -> opened + " is silent")
        .toList();
  }

  static List<String> wronglyTold(Evidence evidence) {
    return Opened.in(evidence).stream()
        .filter(opened -> !opened.entry().silent() && !isFresh(opened, evidence))
        .map(opened -> opened + " is told")
        .toList();
  }

  /** Whether fresh evidence stands beside the newest of all, as lifecycle's rule has it. */
  private static boolean isFresh(Opened opened, Evidence evidence) {
    var at = opened.entry().at();
    var known =
        evidence.knownAt(opened.lead(), opened.entry()).stream()
            .filter(FreshnessLaws::isEvidence)
            .toList();
    var quietBefore = quietBefore(at, evidence);
    var newest = newest(known);
    var fresh = newest(known.stream().filter(event -> isFresh(event, quietBefore)).toList());
    return !fresh.equals(Instant.MIN) && !newest.minus(HELD_BACK).isAfter(fresh);
  }

  private static Instant quietBefore(Instant at, Evidence evidence) {
    return evidence.publications().stream()
        .filter(it -> it.publication().silent() && !it.since().isAfter(at))
        .map(World.InForce::since)
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }

  private static boolean isFresh(Event event, Instant quietBefore) {
    return event.type() != EventType.IMPORT
        && !event.receivedAt().minus(FRESH_WITHIN).isAfter(event.occurredAt())
        && event.receivedAt().isAfter(quietBefore);
  }

  private static boolean isEvidence(Event event) {
    return switch (event.type()) {
      case PAGE, SCREEN, TRACK, EMAIL, IDENTIFY, GROUP, IMPORT, ADJUSTMENT -> true;
      case ALIAS, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  private static Instant newest(List<Event> events) {
    return events.stream().map(Event::receivedAt).max(Instant::compareTo).orElse(Instant.MIN);
  }
}
