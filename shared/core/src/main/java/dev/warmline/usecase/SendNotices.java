package dev.warmline.usecase;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.handoff.Message;
import dev.warmline.handoff.MessageJson;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Notice.State;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Premise;
import dev.warmline.report.ReportWeek;
import dev.warmline.report.WeekDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Publishes what the outbox holds: it claims a notice with the rendered message, publishes what is
 * stored, and closes it; whoever comes after a crash at any of these steps finds out where it
 * stopped. Called when a notice is written and again when the clock finds it open.
 */
public final class SendNotices {
  /** How long a claim is held: longer than any caller may run. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  /** Of so many who wait the longest it is counted who waits for one thing: each is read. */
  private static final int MOST_WAITING = 2_000;

  private final LeadStore leads;
  private final LeadDirectory directory;
  private final AlertPublisher publisher;
  private final AlertRenderer renderer;
  private final Optional<WeeklyDigest> digests;

  /** Works on these ports, and leaves digests to the clock. */
  public SendNotices(LeadStore leads, AlertPublisher publisher, AlertRenderer renderer) {
    this(leads, publisher, renderer, Optional.empty());
  }

  /**
   * Works on these ports.
   *
   * @param digests counts what digests say, if this may send any
   */
  public SendNotices(
      LeadStore leads,
      AlertPublisher publisher,
      AlertRenderer renderer,
      Optional<WeeklyDigest> digests) {
    this.digests = digests;
    this.leads = leads;
    this.directory = new LeadDirectory(leads);
    this.publisher = publisher;
    this.renderer = renderer;
  }

  /** What became of a notice. */
  public sealed interface Outcome {

    /**
     * It was published now and is closed.
     *
     * @param took the time since the newest evidence for a lead that qualified was received; empty
     *     for other notices, and for leads that waited
     */
    record Sent(NoticeId id, Optional<Duration> took) implements Outcome {}

    /** It was closed before. */
    record Closed(NoticeId id) implements Outcome {}

    /** Nobody is told, and the notice is closed. */
    record Voided(NoticeId id, String why) implements Outcome {}

    /** Its time has not come, or another holds it: the clock finds it then. */
    record Later(NoticeId id, Instant at) implements Outcome {}

    /** There is no such notice. */
    record Unknown(NoticeId id) implements Outcome {}
  }

  /**
   * Sends one notice.
   *
   * @param holder names this attempt (the request id): only the same attempt may go on with a claim
   *     before its lease has run out
   * @throws StoreUnavailable if a store cannot answer; calling again is safe
   * @throws PublishFailed if the message was not accepted; calling again is safe
   */
  public Outcome send(NoticeId id, String holder, Instant now) {
    var found = leads.findNotice(id);
    if (found.isEmpty()) {
      return new Outcome.Unknown(id);
    }
    var notice = found.get();
    return switch (notice.state()) {
      case State.Sent _, State.Voided _, State.Covered _ -> new Outcome.Closed(id);
      case State.Unclaimed _ when now.isBefore(notice.notBefore()) ->
          new Outcome.Later(id, notice.notBefore());
      case State.Unclaimed _ -> look(notice, holder, now);
      case State.Claimed(var other, var until) when !other.equals(holder) && now.isBefore(until) ->
          new Outcome.Later(id, until);
      case State.Claimed _ -> look(notice, holder, now);
    };
  }

  /** The living lead is looked at once more before anybody is told of it. */
  private Outcome look(Notice notice, String holder, Instant now) {
    var told =
        notice.id().kind() == NoticeId.Kind.DISREGARD
            ? beingTold(notice, now)
            : Optional.<Instant>empty();
    if (told.isPresent()) {
      return new Outcome.Later(notice.id(), told.get());
    }
    if (notice.id().kind() == NoticeId.Kind.DIGEST && digests.isEmpty()) {
      return new Outcome.Later(notice.id(), now.plus(LEASE));
    }
    var why = whyNot(notice, now);
    if (why.isPresent()) {
      var closed = notice.with(new State.Voided(now, why.get()));
      return moved(closed, notice)
          ? new Outcome.Voided(notice.id(), why.get())
          : new Outcome.Later(notice.id(), now);
    }
    return claim(notice, holder, now);
  }

  /** Digests, if this sends any. */
  Optional<WeeklyDigest> digests() {
    return digests;
  }

  /** What is to be disregarded must have been said before: until when somebody may be saying it. */
  private Optional<Instant> beingTold(Notice disregard, Instant now) {
    return disregard
        .id()
        .lead()
        .flatMap(lead -> leads.findAnnouncing(lead, disregard.id().cycle()))
        .flatMap(
            told ->
                told.state() instanceof State.Claimed(var holder, var until)
                    ? Optional.of(until).filter(now::isBefore)
                    : Optional.empty());
  }

  private Optional<String> whyNot(Notice notice, Instant now) {
    return switch (notice.id().kind().premise()) {
      case WAITED_FOR ->
          waiting(notice).findAny().isPresent() ? Optional.empty() : Optional.of("nobody waits");
      case TEAM ->
          digests.filter(it -> it.isWanted(now)).isPresent()
              ? Optional.empty()
              : Optional.of("no team is published");
      case NOTHING -> Optional.empty();
      case TO_BE_TOLD, SAME_STAGE, SAME_HANDS, UNANSWERED, BELOW, KNOWN ->
          StillSo.whyNot(notice, notice.id().lead().flatMap(directory::findLiving))
              .or(() -> retracted(notice));
    };
  }

  private Optional<String> retracted(Notice notice) {
    if (notice.id().kind().premise() != Premise.TO_BE_TOLD) {
      return Optional.empty();
    }
    return leads.listCycles(notice.id().lead().orElseThrow()).stream()
        .filter(cycle -> cycle.number() == notice.id().cycle())
        .flatMap(cycle -> cycle.mark("retracted").stream())
        .map(mark -> "retracted: " + mark.why())
        .findFirst();
  }

  private Outcome claim(Notice notice, String holder, Instant now) {
    var claimed =
        notice
            .with(new State.Claimed(holder, now.plus(LEASE)))
            .withBody(notice.body().orElseGet(() -> MessageJson.write(rendered(notice, now))));
    if (!moved(claimed, notice)) {
      return new Outcome.Later(notice.id(), now.plus(LEASE));
    }
    publish(claimed, notice);
    moved(claimed.with(new State.Sent(now)), claimed);
    return new Outcome.Sent(notice.id(), took(notice, now));
  }

  private static Optional<Duration> took(Notice notice, Instant now) {
    return notice.id().kind() == NoticeId.Kind.QUALIFIED
        ? notice
            .about()
            .flatMap(about -> about.evidenceBefore(notice.at()))
            .map(at -> Duration.between(at, now))
        : Optional.empty();
  }

  private Message rendered(Notice notice, Instant now) {
    return switch (notice.id().kind().premise()) {
      case WAITED_FOR -> renderer.waiting(notice, (int) waiting(notice).count());
      case TEAM -> renderer.digest(notice, digest(notice, now).orElseThrow());
      case TO_BE_TOLD, SAME_STAGE, SAME_HANDS, UNANSWERED, BELOW, KNOWN, NOTHING ->
          renderer.render(notice, more(notice));
    };
  }

  private Optional<WeekDigest> digest(Notice notice, Instant now) {
    return digests.flatMap(
        it -> ReportWeek.parse(notice.id().key()).flatMap(week -> it.of(week, now)));
  }

  /** How many further requests of a living lead were put off into this notice. */
  private int more(Notice notice) {
    return notice
        .id()
        .lead()
        .filter(_ -> notice.id().kind() == NoticeId.Kind.SIGNAL)
        .flatMap(directory::findLiving)
        .map(lead -> lead.standing().signals().more(notice.notBefore()))
        .orElse(0);
  }

  /** Whoever waits for what the notice names. */
  private Stream<Announcement.Waiting> waiting(Notice notice) {
    return leads.listWaiting(MOST_WAITING).stream()
        .flatMap(id -> leads.findLead(id).stream())
        .flatMap(lead -> lead.standing().waiting().stream())
        .filter(waiting -> waiting.words().equals(notice.why()));
  }

  private void publish(Notice claimed, Notice before) {
    try {
      publisher.publish(claimed.id(), MessageJson.read(claimed.body().orElseThrow()));
    } catch (PublishFailed failed) {
      release(claimed, before, failed);
      throw failed;
    }
  }

  /** So that whoever tries next need not wait for the lease; a claim that stays runs out. */
  private void release(Notice claimed, Notice before, PublishFailed failed) {
    try {
      moved(claimed.with(new State.Claimed("", before.notBefore())), claimed);
    } catch (StoreUnavailable unavailable) {
      failed.addSuppressed(unavailable);
    }
  }

  private boolean moved(Notice next, Notice expected) {
    return leads.commit(List.of(new Change.MoveNotice(next, expected))) == Committed.SAVED;
  }
}
