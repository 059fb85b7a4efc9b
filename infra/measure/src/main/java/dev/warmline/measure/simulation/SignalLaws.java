package dev.warmline.measure.simulation;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.event.Trust;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Premise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Laws of what is told of the signals of a lead that sales has. */
final class SignalLaws {
  private static final Duration SAME_REQUEST = Duration.ofMinutes(10);

  private SignalLaws() {}

  /** A notice of a signal, and the event that gave it. */
  private record Told(Notice notice, Event event) {
    String words() {
      return "%s (%s of a %s, %s)"
          .formatted(
              notice.id(),
              event.id(),
              event.trust().name().toLowerCase(Locale.ROOT),
              event.occurredAt());
    }

    Duration window() {
      return event.trust() == Trust.SERVER ? Duration.ofHours(1) : Duration.ofDays(1);
    }

    LeadId lead(Aftermath evidence, Instant at) {
      return evidence.survivorOf(notice.id().lead().orElseThrow(), at);
    }

    boolean isOfSameLeadAs(Told later, Aftermath evidence) {
      var at = later.notice().at();
      return lead(evidence, at).equals(later.lead(evidence, at));
    }
  }

  /** Those of one kind of trust are a window apart, as the lead was when the later was written. */
  static List<String> crowded(Aftermath evidence) {
    var breaches = new ArrayList<String>();
    var told = told(evidence);
    for (var later : told) {
      told.stream()
          .takeWhile(earlier -> !earlier.notice().id().equals(later.notice().id()))
          .filter(earlier -> earlier.event().trust() == later.event().trust())
          .filter(earlier -> earlier.isOfSameLeadAs(later, evidence))
          .filter(earlier -> isCrowded(earlier.notice().notBefore(), later))
          .map(earlier -> later.notice().id() + " comes too soon after " + earlier.notice().id())
          .forEach(breaches::add);
      evidence.cycles().stream()
          .filter(cycle -> isTooSoonAfter(cycle, later, evidence))
          .map(cycle -> later.notice().id() + " comes too soon after " + cycle)
          .forEach(breaches::add);
    }
    return breaches;
  }

  private static boolean isTooSoonAfter(Cycle cycle, Told signal, Aftermath evidence) {
    var at = signal.notice().at();
    return cycle
        .announced()
        .filter(it -> !it.by().equals("imported") && !it.at().isAfter(at))
        .filter(it -> isCrowded(it.at(), signal))
        .filter(it -> evidence.survivorOf(cycle.lead(), at).equals(signal.lead(evidence, at)))
        .isPresent();
  }

  private static boolean isCrowded(Instant told, Told later) {
    var apart = Duration.between(told, later.notice().notBefore()).abs();
    return apart.compareTo(later.window()) < 0;
  }

  /** What is asked for again within ten minutes is told once. */
  static List<String> repeatedRequests(Aftermath evidence) {
    var breaches = new ArrayList<String>();
    var told = told(evidence);
    for (var later : told) {
      told.stream()
          .takeWhile(earlier -> !earlier.notice().id().equals(later.notice().id()))
          .filter(earlier -> earlier.isOfSameLeadAs(later, evidence))
          .filter(earlier -> isSameRequest(earlier.event(), later.event()))
          .map(earlier -> earlier.words() + " and " + later.words() + " are one")
          .forEach(breaches::add);
    }
    return breaches;
  }

  private static boolean isSameRequest(Event one, Event other) {
    return one.text("event").equals(other.text("event"))
        && Duration.between(one.occurredAt(), other.occurredAt()).abs().compareTo(SAME_REQUEST) < 0;
  }

  private static List<Told> told(Aftermath evidence) {
    Map<String, Event> events = new HashMap<>();
    evidence.events().forEach(event -> events.put(keyOf(event), event));
    return notices(evidence)
        .filter(notice -> notice.id().kind() == NoticeId.Kind.SIGNAL)
        .flatMap(
            notice ->
                Optional.ofNullable(events.get(notice.id().key()))
                    .map(event -> new Told(notice, event))
                    .stream())
        .sorted(Comparator.comparing(told -> told.notice().at()))
        .toList();
  }

  private static String keyOf(Event event) {
    var anybody = LeadId.unstored(event.profile().key());
    return NoticeId.signal(anybody, 1, event.text("id").orElseGet(event::id)).key();
  }

  private static Stream<Notice> notices(Aftermath evidence) {
    return evidence.outbox().values().stream().map(Aftermath.Kept::notice);
  }

  /** Each signal's notice names an event, and each fresh request of a lead sales has is told. */
  static List<String> untold(Aftermath evidence) {
    var nameless =
        notices(evidence)
            .filter(notice -> notice.id().kind() == NoticeId.Kind.SIGNAL)
            .filter(
                notice ->
                    evidence.events().stream()
                        .noneMatch(event -> keyOf(event).equals(notice.id().key())))
            .map(notice -> notice.id() + " is of no event");
    var unheard =
        evidence.living().stream()
            .filter(lead -> lead.card().publication() > 0 && isListenedTo(lead, evidence))
            .flatMap(
                lead ->
                    evidence.eventsOf(lead).stream()
                        .filter(event -> isRequest(event, lead, evidence))
                        .filter(event -> !isTold(event, lead, evidence))
                        .map(event -> "nobody was told of " + event.id() + " of " + lead.id()));
    return Stream.concat(nameless, unheard).toList();
  }

  private static boolean isListenedTo(Lead lead, Aftermath evidence) {
    var card = CardLaws.offline(evidence, lead);
    return switch (lead.standing().place()) {
      case ANNOUNCED, SAL, SQL, CUSTOMER ->
          !card.withdrawn() && card.qualifies().excluded().isEmpty();
      case SUSPECT, PROSPECT, RECYCLED, WAITING, DISQUALIFIED -> false;
    };
  }

  /**
   * Something asked for since sales has the lead, which could be reached and is not judged. What is
   * asked for twice within ten minutes is one request, and as quiet as the quieter of the two.
   */
  private static boolean isRequest(Event event, Lead lead, Aftermath evidence) {
    return event.type() == EventType.TRACK
        && event.text("event").filter("Demo"::equals).isPresent()
        && event.receivedAt().isAfter(lead.standing().since())
        && evidence.eventsOf(lead).stream()
            .filter(other -> isSameRequest(event, other))
            .allMatch(other -> isFresh(other, evidence))
        && evidence.eventsOf(lead).stream().anyMatch(it -> givesAddress(it, event, evidence))
        && evidence.eventsOf(lead).stream().noneMatch(it -> it.type() == EventType.VERDICT);
  }

  private static boolean isFresh(Event event, Aftermath evidence) {
    return evidence.witness().publications().stream()
        .allMatch(publication -> FreshnessLaws.isFresh(event, publication));
  }

  private static boolean givesAddress(Event event, Event before, Aftermath evidence) {
    return event.json().path("traits").has("email")
        && event.profile().equals(before.profile())
        && evidence.witness().scored(event.key()).isBefore(evidence.witness().begun(before.key()));
  }

  private static boolean isTold(Event request, Lead lead, Aftermath evidence) {
    var from = request.occurredAt().minus(SAME_REQUEST);
    return notices(evidence)
        .filter(notice -> !notice.notBefore().isBefore(from))
        .flatMap(notice -> notice.id().lead().stream())
        .anyMatch(id -> evidence.survivorOf(id, evidence.now()).equals(lead.id()));
  }

  /**
   * Withdrawn, seen by a scorer, and not granted again, before the invocation that told; what a
   * merge brought counts once the survivor was evaluated.
   */
  static List<String> toldAfterWithdrawal(Aftermath evidence) {
    return evidence.published().stream()
        .filter(
            notice ->
                notice.id().kind().premise() == Premise.TO_BE_TOLD
                    && isSettled(notice, evidence)
                    && isWithdrawn(notice, evidence))
        .map(notice -> notice.id() + " was told after consent was withdrawn")
        .toList();
  }

  private static boolean isSettled(Notices.Published notice, Aftermath evidence) {
    var lead = evidence.survivorOf(notice.id().lead().orElseThrow(), notice.at());
    return evidence.witness().isSettled(lead, notice.begun());
  }

  private static boolean isWithdrawn(Notices.Published notice, Aftermath evidence) {
    var said =
        evidence.events().stream()
            .filter(event -> event.type() == EventType.CONSENT)
            .filter(event -> notice.known().owns(event))
            .filter(event -> !evidence.witness().logged(event.key()).isAfter(notice.at()))
            .sorted(Event.ORDER)
            .toList();
    return said.stream()
        .filter(event -> evidence.witness().scored(event.key()).isBefore(notice.begun()))
        .reduce((earlier, later) -> later)
        .filter(event -> !isGranted(event))
        .filter(
            withdrawn ->
                said.subList(said.indexOf(withdrawn), said.size()).stream()
                    .noneMatch(SignalLaws::isGranted))
        .isPresent();
  }

  private static boolean isGranted(Event consent) {
    return consent.json().path("granted").asBoolean();
  }
}
