package dev.warmline.lead;

import dev.warmline.rule.Publication;
import dev.warmline.score.Evidence;
import dev.warmline.score.Scorecard;
import dev.warmline.team.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the published model says of time, reasons and who is told. */
public record Terms(Publication publication) {

  /** The longest that a stream holds a record back: batching and order change nothing. */
  static final Duration TOGETHER = Duration.ofHours(24);

  /** The deadlines of a cycle that is announced now. */
  Deadlines announced(Instant now) {
    var file = publication.model().file();
    var hours = WorkingCalendar.of(publication.model());
    return new Deadlines(
        Optional.of(hours.deadline(now, file.sla().acceptWithin().orElse(Duration.ZERO))),
        file.recycle().after().map(now::plus),
        Optional.empty());
  }

  /** The deadlines of a lead that is accepted now. */
  Deadlines accepted(Instant now) {
    return new Deadlines(
        Optional.empty(),
        Optional.empty(),
        publication.model().recycle().unqualifiedAfter().map(now::plus));
  }

  /** Until when a lead that left does not qualify by its scores. */
  Optional<Instant> coolDownEnd(Standing standing) {
    return standing.left().map(left -> left.plus(publication.model().qualify().coolDown()));
  }

  /** Whether the model allows this reason for a return. */
  boolean allows(String reason) {
    return reasons().isEmpty() || reasons().contains(reason);
  }

  List<String> reasons() {
    return publication.model().returnReasons();
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
