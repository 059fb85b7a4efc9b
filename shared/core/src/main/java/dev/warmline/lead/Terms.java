package dev.warmline.lead;

import dev.warmline.event.EventJson;
import dev.warmline.event.OutcomeFields;
import dev.warmline.rule.Publication;
import dev.warmline.rule.ReturnReason;
import dev.warmline.score.Evidence;
import dev.warmline.score.Scorecard;
import dev.warmline.team.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the published model says of time, reasons and who is told. */
public record Terms(Publication publication) {

  /** The longest that a stream holds a record back: batching and order change nothing. */
  static final Duration TOGETHER = Duration.ofHours(24);

  /** The deadlines of a cycle that is announced now. */
  Deadlines announced(Instant now) {
    var file = publication.model().file();
    return new Deadlines(
        Optional.of(calendar().deadline(now, file.sla().acceptWithin().orElse(Duration.ZERO))),
        file.recycle().after().map(now::plus),
        Optional.empty());
  }

  private WorkingCalendar calendar() {
    return WorkingCalendar.of(publication.model());
  }

  /** The deadlines of a lead that is accepted now. */
  Deadlines accepted(Instant now) {
    return new Deadlines(Optional.empty(), Optional.empty(), fallsBack(now));
  }

  /** When a SAL falls back of which nothing more is heard. */
  Optional<Instant> fallsBack(Instant from) {
    return publication.model().recycle().unqualifiedAfter().map(from::plus);
  }

  /** Until when marketing is to answer what is returned now. */
  Optional<Instant> answerBy(Instant now) {
    var within = publication.model().file().sla().answerReturnWithin();
    return within.map(time -> calendar().deadline(now, time));
  }

  /** When a lead below MQL goes out for good, if nothing more is heard of it. */
  Optional<Instant> retires(Standing standing, Scorecard card) {
    var heard =
        Stream.of(
                Stream.of(standing.since()),
                card.latestHit().stream(),
                standing.lastAct().map(LastAct::at).stream())
            .flatMap(instants -> instants)
            .max(Instant::compareTo)
            .orElseThrow();
    return publication.model().recycle().retireAfter().map(heard::plus);
  }

  /**
   * The instant that a text means: an instant, or the beginning of work on a day.
   *
   * @return empty if it is neither
   */
  Optional<Instant> instant(String text) {
    return OutcomeFields.date(text)
        .map(day -> calendar().deadline(calendar().startOf(day), Duration.ZERO))
        .or(() -> EventJson.parseInstant(text));
  }

  /** The hands that a lead with this scorecard comes into. */
  Assignment routed(Scorecard card) {
    return Assignment.to(Queues.of(publication.model(), card.segments()));
  }

  /** Until when a lead that left does not qualify by its scores. */
  Optional<Instant> coolDownEnd(Standing standing) {
    return standing.left().map(left -> left.plus(publication.model().qualify().coolDown()));
  }

  /** What follows from a reason; empty if the model lists others. */
  Optional<ReturnReason> reason(String name) {
    var all = publication.model().returnReasons();
    return all.isEmpty()
        ? Optional.of(ReturnReason.plain(name))
        : all.stream().filter(reason -> reason.name().equals(name)).findFirst();
  }

  /** Whether whoever is given back for this cause is not to be contacted any more. */
  boolean endsConsent(Act.Cause cause) {
    return cause.reason().flatMap(this::reason).filter(ReturnReason::withdrawsConsent).isPresent();
  }

  /** The reasons of the model, as people read them. */
  String reasons() {
    return publication.model().returnReasons().stream()
        .map(ReturnReason::name)
        .collect(Collectors.joining(", "));
  }

  /** Whether something received then may tell anybody. */
  boolean isLoud(Instant received) {
    return received.isAfter(publication.quietBefore());
  }

  /** Whether a cycle that qualifies now is announced, or why it waits. */
  Announcement announcement(Scorecard card, Instant now) {
    var evidence = card.evidence();
    var fresh = evidence.fresh().filter(this::isLoud);
    var isFresh =
        evidence
            .newest()
            .flatMap(newest -> fresh.map(at -> Duration.between(at, newest.at())))
            .filter(gap -> gap.compareTo(TOGETHER) <= 0)
            .isPresent();
    return isFresh
        ? new Announcement.Announced(now, Announcement.EVIDENCE)
        : evidence.newest().map(newest -> waiting(newest, now)).orElseGet(() -> silent(now));
  }

  private Announcement waiting(Evidence.Piece newest, Instant now) {
    var list = Optional.of(newest.list()).filter(name -> !name.isEmpty());
    return switch (newest.kind()) {
      case IMPORT -> new Announcement.Waiting(now, Announcement.Reason.IMPORT, list);
      case BACKFILL -> new Announcement.Waiting(now, Announcement.Reason.BACKFILL, list);
      case FRESH -> silent(now);
    };
  }

  private Announcement silent(Instant now) {
    var list = Optional.of("publication " + publication.number());
    return new Announcement.Waiting(now, Announcement.Reason.SILENT, list);
  }
}
