package dev.warmline.measure.simulation;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Lead;
import dev.warmline.rule.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Laws of whom sales hears of at once: who qualifies by what just happened. Nobody knows what an
 * evaluation has read; so each law lets pass whatever could have been right.
 */
final class FreshnessLaws {
  /** The longest a stream holds a record back. */
  private static final Duration HELD_BACK = Duration.ofHours(24);

  /** No run lasts long enough for more of it to expire. */
  private static final Duration SURELY_KEPT = Duration.ofDays(29);

  private FreshnessLaws() {}

  /** Waits, though whoever opened it must have seen that it is fresh. */
  static List<String> wronglySilent(Aftermath evidence) {
    var opened =
        evidence.cycles().stream()
            .filter(cycle -> cycle.hasWaited() && mustBeFresh(cycle, evidence))
            .map(cycle -> cycle + " was not announced at once");
    var waiting =
        evidence.living().stream()
            .filter(lead -> lead.standing().waiting().isPresent() && lead.card().publication() > 0)
            .filter(lead -> mustBeFresh(lead, evidence))
            .map(lead -> lead.id() + " still waits: " + lead.standing().announcement());
    return Stream.concat(opened, waiting).toList();
  }

  private static boolean mustBeFresh(Cycle cycle, Aftermath evidence) {
    var moment = new Witness.Moment(cycle.lead(), cycle.told().number(), false);
    var at = cycle.told().opened();
    var publication = evidence.publication(cycle.told().qualification().publication());
    var fresh = newestFresh(sure(evidence.surelyKnownAt(moment, at), evidence, at), publication);
    return isTogether(fresh, newest(evidence.possiblyKnownAt(moment)));
  }

  private static boolean mustBeFresh(Lead lead, Aftermath evidence) {
    var card = CardLaws.offline(evidence, lead);
    var events = evidence.eventsOf(lead);
    var fresh =
        newestFresh(
            sure(events, evidence, card.asOf()), evidence.publication(lead.card().publication()));
    return card.qualifies().holds() && isTogether(fresh, newest(events));
  }

  /** Announced by evidence, though whoever did it cannot have seen any that is fresh. */
  static List<String> wronglyTold(Aftermath evidence) {
    return evidence.cycles().stream()
        .filter(
            cycle ->
                cycle
                    .announced()
                    .filter(it -> it.by().equals(Announcement.EVIDENCE))
                    .filter(it -> !canBeFresh(cycle, it.at(), evidence))
                    .isPresent())
        .map(cycle -> cycle + " was announced by old things alone")
        .toList();
  }

  private static boolean canBeFresh(Cycle cycle, Instant at, Aftermath evidence) {
    var moment = new Witness.Moment(cycle.lead(), cycle.told().number(), true);
    var on = cycle.told().announced().orElse(cycle.told().qualification());
    var possible = evidence.possiblyKnownAt(moment);
    var fresh = newestFresh(possible, evidence.publication(on.publication()));
    return isTogether(fresh, newest(sure(evidence.surelyKnownAt(moment, at), evidence, at)));
  }

  private static boolean isTogether(Optional<Instant> fresh, Optional<Instant> newest) {
    return fresh.isPresent()
        && newest
            .filter(at -> Duration.between(fresh.get(), at).compareTo(HELD_BACK) > 0)
            .isEmpty();
  }

  /** What speaks for a lead whatever else there is: no rule limits it, nobody judged it. */
  private static List<Event> sure(List<Event> known, Aftermath evidence, Instant at) {
    var judged = judged(evidence);
    return known.stream()
        .filter(FreshnessLaws::speaks)
        .filter(event -> !judged.contains(event.id()))
        .filter(event -> !event.occurredAt().isAfter(at))
        .filter(event -> event.occurredAt().isAfter(at.minus(SURELY_KEPT)))
        .toList();
  }

  private static boolean speaks(Event event) {
    return switch (event.type()) {
      case IMPORT, ADJUSTMENT -> true;
      case TRACK -> true;
      case PAGE, SCREEN, EMAIL, IDENTIFY, GROUP, ALIAS, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  private static boolean maySpeak(Event event) {
    return switch (event.type()) {
      case PAGE, SCREEN, TRACK, EMAIL, IDENTIFY, GROUP, IMPORT, ADJUSTMENT -> true;
      case ALIAS, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  private static Set<String> judged(Aftermath evidence) {
    var judged = new HashSet<String>();
    evidence.events().stream()
        .filter(event -> event.type() == EventType.VERDICT)
        .forEach(event -> event.text("about").ifPresent(judged::add));
    return judged;
  }

  private static Optional<Instant> newestFresh(List<Event> events, Publication publication) {
    return newest(events.stream().filter(event -> isFresh(event, publication)).toList());
  }

  /** Soon after it happened, by no import, from no history, and after the quiet. */
  static boolean isFresh(Event event, Publication publication) {
    var within = publication.model().qualify().freshWithin();
    return event.type() != EventType.IMPORT
        && !event.json().path("backfill").asBoolean()
        && !event.receivedAt().minus(within).isAfter(event.occurredAt())
        && event.receivedAt().isAfter(publication.quietBefore());
  }

  private static Optional<Instant> newest(List<Event> events) {
    return events.stream()
        .filter(FreshnessLaws::maySpeak)
        .map(Event::receivedAt)
        .max(Instant::compareTo);
  }
}
