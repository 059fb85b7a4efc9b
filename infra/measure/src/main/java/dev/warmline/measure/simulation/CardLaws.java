package dev.warmline.measure.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.lead.GivenBack;
import dev.warmline.lead.Lead;
import dev.warmline.lead.ProfileGraph;
import dev.warmline.lead.Standing;
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import dev.warmline.score.Scorer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws of the log, the leads and their scorecards. */
final class CardLaws {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private CardLaws() {}

  static List<String> accepted(Aftermath evidence) {
    var logged = evidence.events().stream().map(Event::id).collect(Collectors.toSet());
    return evidence.accepted().stream()
        .filter(id -> !logged.contains(id))
        .map(id -> id + " was accepted and is not in the log")
        .toList();
  }

  static List<String> homeless(Aftermath evidence) {
    if (evidence.hasPoison()) {
      return List.of();
    }
    return evidence.events().stream()
        .filter(event -> !event.profile().key().isAnonymous())
        .filter(
            event ->
                evidence.living().stream()
                    .noneMatch(
                        lead -> lead.card().publication() > 0 && lead.identity().owns(event)))
        .map(event -> event.id() + " of " + event.profile() + " is no evaluated lead's")
        .toList();
  }

  static List<String> different(Aftermath evidence) {
    var breaches = new ArrayList<String>();
    for (var lead : evidence.living()) {
      if (lead.card().publication() > 0 && !isAwaited(evidence, lead)) {
        different(evidence, lead).ifPresent(breaches::add);
      }
    }
    return breaches;
  }

  /** Whose events a claim changed in the moment before a crash: the clock looks within a minute. */
  private static boolean isAwaited(Aftermath evidence, Lead lead) {
    var soon = evidence.now().plus(SOON);
    return lead.card().checkpoint().isEmpty()
        && lead.due().filter(due -> !due.isAfter(soon)).isPresent();
  }

  private static Optional<String> different(Aftermath evidence, Lead lead) {
    var offline = undated(ScorecardJson.summary(lead.id().value(), offline(evidence, lead)));
    var stored = undated(lead.card().scorecard());
    return stored.toString().equals(offline.toString())
        ? Optional.empty()
        : Optional.of(lead.id() + " has " + stored + " and should have " + offline);
  }

  /** Of the same events, publication and instant; it was evaluated after its newest event. */
  static Scorecard offline(Aftermath evidence, Lead lead) {
    var events = evidence.eventsOf(lead);
    var model = evidence.publication(lead.card().publication()).model();
    var asOf =
        Stream.concat(
                Stream.of(Instant.parse(lead.card().scorecard().path("asOf").asText())),
                events.stream().filter(model::looksAt).map(Event::receivedAt))
            .max(Instant::compareTo)
            .orElseThrow();
    return Scorer.score(events, model, asOf);
  }

  /** An evaluation without a change is not stored; one from a checkpoint may look ahead less. */
  private static ObjectNode undated(ObjectNode scorecard) {
    return scorecard.deepCopy().without(List.of("asOf", "nextChange"));
  }

  static List<String> misjoined(Aftermath evidence) {
    if (evidence.hasPoison()) {
      return List.of();
    }
    var offline =
        new HashSet<>(ProfileGraph.leadsOf(evidence.events(), evidence::wasLookedAt).values());
    return evidence.living().stream()
        .filter(lead -> lead.card().publication() > 0 && !offline.contains(lead.identity()))
        .map(lead -> lead.id() + " is " + lead.identity() + ", offline there are " + offline)
        .toList();
  }

  static List<String> withoutDue(Aftermath evidence) {
    var leads =
        evidence.living().stream()
            .filter(lead -> lead.card().publication() > 0)
            .flatMap(lead -> withoutDue(evidence, lead).stream());
    var notices =
        evidence.outbox().values().stream()
            .filter(kept -> !isFoundInTime(kept, evidence.now()))
            .map(kept -> kept.notice().id() + " is " + kept.notice().state() + ", " + kept.due());
    return Stream.concat(leads, notices).toList();
  }

  /**
   * Due when it says itself; the clock finds it then, or has moved it on to the present or by ten
   * minutes before it worked on it.
   */
  private static boolean isFoundInTime(Aftermath.Kept kept, Instant now) {
    var latest = kept.due().map(due -> later(due, now).plus(AHEAD));
    return kept.due().equals(kept.notice().due())
        && latest.isPresent() == kept.found().isPresent()
        && kept.found().filter(found -> found.isAfter(latest.orElse(found))).isEmpty();
  }

  private static Optional<String> withoutDue(Aftermath evidence, Lead lead) {
    var card = offline(evidence, lead);
    var needed =
        Stream.of(
                card.nextChange().stream(),
                deadline(lead),
                promised(lead).filter(card.asOf()::isBefore),
                coolDown(evidence, lead, card))
            .flatMap(it -> it)
            .min(Instant::compareTo);
    var latest = needed.map(at -> later(at, evidence.now()));
    var isThere =
        latest.map(at -> lead.due().filter(due -> !due.isAfter(at)).isPresent()).orElse(true);
    return isThere
        ? Optional.empty()
        : Optional.of(
            lead.id()
                + " needs a look at "
                + needed.orElseThrow()
                + " and is due at "
                + lead.due());
  }

  private static Stream<Instant> deadline(Lead lead) {
    var deadlines = lead.standing().deadlines();
    return Stream.concat(deadlines.notWorked().stream(), deadlines.notQualified().stream());
  }

  private static Stream<Instant> promised(Lead lead) {
    return lead.standing().place() == Standing.Place.RECYCLED
        ? lead.standing().givenBack().flatMap(GivenBack::until).stream()
        : Stream.empty();
  }

  /** Time alone: the end of a cool-down lets in, the end of the time to accept lets out. */
  private static Stream<Instant> coolDown(Aftermath evidence, Lead lead, Scorecard card) {
    var qualify = evidence.publication(lead.card().publication()).model().qualify();
    var qualifies = card.qualifies();
    return switch (lead.standing().place()) {
      case SUSPECT, PROSPECT, RECYCLED ->
          lead.standing().left().stream()
              .filter(left -> qualifies.enter() && qualifies.missing().isEmpty())
              .filter(left -> qualifies.latestPositiveHit().filter(left::isBefore).isPresent())
              .map(left -> left.plus(qualify.coolDown()))
              .filter(card.asOf()::isBefore);
      case ANNOUNCED ->
          lead.standing().deadlines().acceptBy().stream()
              .filter(card.asOf()::isBefore)
              .filter(by -> qualifies.exit() && qualifies.fastTrack().isEmpty());
      case WAITING, SAL, SQL, CUSTOMER, DISQUALIFIED -> Stream.empty();
    };
  }

  private static Instant later(Instant needed, Instant now) {
    return (needed.isAfter(now) ? needed : now).plus(Duration.ofMinutes(1));
  }
}
