package dev.warmline.lead;

import dev.warmline.event.EventJson;
import dev.warmline.event.OutcomeFields;
import dev.warmline.lead.Beside.Introduction;
import dev.warmline.lead.Deadlines.Step;
import dev.warmline.lead.Decision.Tell;
import dev.warmline.rule.Publication;
import dev.warmline.rule.ReturnReason;
import dev.warmline.score.Evidence;
import dev.warmline.score.Scorecard;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.TeamQueue;
import dev.warmline.team.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the published model says of time, reasons and who is told, and the team of who has how long.
 *
 * @param team without it the model says how long everybody has
 */
public record Terms(Publication publication, Optional<TeamPublication> team) {

  /** The longest that a stream holds a record back: batching and order change nothing. */
  static final Duration TOGETHER = Duration.ofHours(24);

  /** Where there is no team. */
  public Terms(Publication publication) {
    this(publication, Optional.empty());
  }

  /** How urgent a lead with this scorecard is. */
  static Tier tier(Scorecard card) {
    return card.qualifies().fastTrack().isPresent() ? Tier.HOT : Tier.WARM;
  }

  /** The clocks of a lead in these hands, if there is a team. */
  private Optional<TeamClocks> clocks(Assignment hands, Tier tier) {
    return team.map(it -> new TeamClocks(it, hands, tier));
  }

  private WorkingCalendar calendar(Assignment hands) {
    return clocks(hands, Tier.WARM)
        .map(TeamClocks::calendar)
        .orElseGet(() -> WorkingCalendar.of(publication.model()));
  }

  /** The deadlines of a cycle that is announced now and comes into these hands. */
  Deadlines announced(Assignment hands, Tier tier, Instant now) {
    var file = publication.model().file();
    var notWorked = file.recycle().after().map(now::plus);
    var within = file.sla().acceptWithin().orElse(Duration.ZERO);
    return clocks(hands, tier)
        .map(clocks -> clocks.accept(notWorked, now))
        .orElseGet(
            () ->
                new Deadlines(
                    Optional.of(calendar(hands).deadline(now, within)),
                    notWorked,
                    Optional.empty()));
  }

  /** The deadlines of a lead that these hands accept now. */
  Deadlines accepted(Assignment hands, Tier tier, Instant now) {
    return clocks(hands, tier)
        .map(clocks -> clocks.contact(unqualifiedAfter(), now))
        .orElseGet(() -> fallsBack(hands, tier, now));
  }

  /** When a SAL falls back of which nothing more is heard. */
  Deadlines fallsBack(Assignment hands, Tier tier, Instant from) {
    var at = unqualifiedAfter().map(from::plus);
    return clocks(hands, tier)
        .map(clocks -> clocks.fallBack(unqualifiedAfter(), from))
        .orElseGet(() -> new Deadlines(Optional.empty(), Optional.empty(), at));
  }

  private Optional<Duration> unqualifiedAfter() {
    return publication.model().recycle().unqualifiedAfter();
  }

  /** Until when marketing is to answer what these hands return now. */
  Optional<Instant> answerBy(Assignment hands, Instant now) {
    var within =
        team.isPresent()
            ? team.flatMap(it -> it.team().answerReturnWithin())
            : publication.model().file().sla().answerReturnWithin();
    return within.map(time -> calendar(hands).deadline(now, time));
  }

  /** That the time to answer is over, if there is a team that has one. */
  List<Step> answer(Assignment hands, Instant now) {
    return clocks(hands, Tier.WARM).flatMap(clocks -> clocks.answer(now)).stream().toList();
  }

  /** An instant, or the next at which those work who have a lead. */
  Instant opening(Assignment hands, Instant at) {
    return team.isPresent() ? calendar(hands).deadline(at, Duration.ZERO) : at;
  }

  /** That somebody is told in working hours, if there is a team. */
  List<Tell> tell(NoticeId.Kind kind, Assignment hands, String why, Instant now) {
    return team.isPresent()
        ? List.of(new Tell(kind, opening(hands, now), why, Optional.empty()))
        : List.of();
  }

  /** The person of the team with this id; somebody unknown is known by that alone. */
  Owner owner(String id) {
    return team.flatMap(it -> it.team().person(id))
        .map(person -> new Owner(id, person.name()))
        .orElseGet(() -> new Owner(id, id));
  }

  /** Who acted, as colleagues call them. */
  String name(Actor actor) {
    return actor.person().map(this::owner).map(Owner::name).orElseGet(actor::who);
  }

  /** The zone of those who serve a queue, if the team says one. */
  Optional<ZoneId> zone(Assignment hands) {
    return queue(hands).flatMap(TeamQueue::calendar).map(_ -> calendar(hands).zone());
  }

  /** Until when sales is to accept a lead that stands there, if anybody set a time. */
  Optional<Instant> acceptBy(Standing standing) {
    var isSet = team.isPresent() || publication.model().sla().acceptWithin().isPresent();
    return standing.deadlines().acceptBy().filter(_ -> isSet);
  }

  /** Who introduces a lead with this scorecard to those hands, if it is handed over warmly. */
  Optional<Introduction> introduction(Scorecard card, Assignment hands) {
    return queue(hands)
        .filter(it -> Queues.isWarm(it.name(), publication.model(), card.segments()))
        .flatMap(TeamQueue::warmHandoff)
        .map(warm -> new Introduction(owner(warm.introduce()), warm.slack()));
  }

  private Optional<TeamQueue> queue(Assignment hands) {
    return hands.queue().flatMap(name -> team.flatMap(it -> it.team().queue(name)));
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
  Optional<Instant> instant(String text, Assignment hands) {
    var calendar = calendar(hands);
    return OutcomeFields.date(text)
        .map(day -> calendar.deadline(calendar.startOf(day), Duration.ZERO))
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

  /** Whether whoever is given back or up by this act is not to be contacted any more. */
  boolean endsConsent(Act act) {
    return act.leavingCause()
        .flatMap(Act.Cause::reason)
        .flatMap(this::reason)
        .filter(ReturnReason::withdrawsConsent)
        .isPresent();
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
        ? fresh(card.qualifies(), now)
        : evidence.newest().map(newest -> waiting(newest, now)).orElseGet(() -> silent(now));
  }

  /** Something fresh speaks for it; who asks for sales has not been contacted too often. */
  private static Announcement fresh(Scorecard.Qualification qualifies, Instant now) {
    var kept =
        !qualifies.ready()
            ? Optional.of(Announcement.Reason.NOT_READY)
            : Optional.of(Announcement.Reason.CONTACT_LIMIT).filter(_ -> qualifies.contacted());
    return kept.filter(_ -> qualifies.fastTrack().isEmpty())
        .<Announcement>map(why -> new Announcement.Waiting(now, why, Optional.empty()))
        .orElseGet(() -> new Announcement.Announced(now, Announcement.EVIDENCE));
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
