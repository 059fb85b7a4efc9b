package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Digest;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Publication;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorecard.FastTrack;
import dev.warmline.score.ScorecardJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the stored form of an evaluated lead, and the line of history where its stage changed. */
final class LeadWriter {
  /** How soon after becoming MQL the clock makes sure that the alert was sent. */
  private static final Duration ALERT_CHECK = Duration.ofMinutes(10);

  /** What is stored as due is never sooner than this, so that a clock does not spin. */
  private static final Duration SOONEST = Duration.ofMinutes(1);

  private static final int NAME_LENGTH = 16;

  private final Lead lead;
  private final Scorecard card;
  private final Publication publication;
  private final Instant now;

  LeadWriter(Lead lead, Scorecard card, Publication publication, Instant now) {
    this.lead = lead;
    this.card = card;
    this.publication = publication;
    this.now = now;
  }

  Evaluation stayed() {
    var next = keepingEarlierDue(written(lead));
    return new Evaluation(next, Optional.empty(), Optional.empty(), differs(next));
  }

  Evaluation moved(Stage to, String why, boolean silent) {
    var qualifies = to == Stage.MQL;
    var cycle = qualifies ? lead.cycle() + 1 : lead.cycle();
    var number = lead.entries() + 1;
    var moved =
        lead.toBuilder()
            .stage(to, now)
            .cycle(cycle)
            .entries(number)
            .leftAt(to == Stage.RECYCLED ? Optional.of(now) : lead.leftAt())
            .signalAt(qualifies ? newestSignal() : lead.signalAt())
            .alertDue(qualifies && !silent ? alertCheck() : lead.alertDue());
    var entry =
        new StageEntry(number, now, lead.stage(), to, cycle, why, "warmline", silent, verdict());
    return new Evaluation(written(moved.build()), Optional.of(entry), Optional.empty(), true);
  }

  /** Sales has the lead already: it stays where it is, and sales hears of the signal. */
  Evaluation signalled(FastTrack signal, boolean silent) {
    var next = lead.toBuilder().signalAt(Optional.of(signal.at()));
    var told = silent ? next.build() : next.alertDue(alertCheck()).build();
    var name = Digest.of(signal.event()).substring(0, NAME_LENGTH);
    var hot = new HotSignal(name, lead.cycle(), lead.stage(), now, signal.says(), verdict());
    return new Evaluation(
        keepingEarlierDue(written(told)),
        Optional.empty(),
        Optional.of(hot).filter(it -> !silent),
        true);
  }

  private Optional<Instant> alertCheck() {
    return Optional.of(now.plus(ALERT_CHECK));
  }

  private Optional<Instant> newestSignal() {
    return Stream.concat(
            lead.signalAt().stream(), card.qualifies().fastTrack().map(FastTrack::at).stream())
        .max(Instant::compareTo);
  }

  private Lead written(Lead lead) {
    var undated =
        lead.toBuilder()
            .version(lead.version() + 1)
            .mergedInto(Optional.empty())
            .publication(publication.number())
            .scorecard(ScorecardJson.summary(lead.id().value(), card))
            .traits(StoredTraits.bounded(card.traits()))
            .due(Optional.empty())
            .checkpoint(Optional.empty())
            .build();
    return undated.withDue(due(undated));
  }

  private Optional<Instant> due(Lead next) {
    var deadlines = Deadlines.of(next, publication.model());
    var ahead =
        Stream.concat(card.nextChange().stream(), deadlines.in(next.stage())).filter(now::isBefore);
    return Stream.concat(ahead, next.alertDue().stream())
        .min(Instant::compareTo)
        .map(at -> at.isBefore(now.plus(SOONEST)) ? now.plus(SOONEST) : at);
  }

  /**
   * Moving an index entry costs as much as two writes, and being looked at too early costs little:
   * a due instant that is still ahead only ever moves to an earlier one.
   */
  private Lead keepingEarlierDue(Lead next) {
    var stored = lead.due().filter(now::isBefore);
    var isEarlier =
        stored.isPresent() && next.due().filter(at -> at.isBefore(stored.get())).isEmpty();
    return isEarlier ? next.withDue(stored) : next;
  }

  private ObjectNode verdict() {
    var verdict = EventJson.newObject();
    var qualifies = card.qualifies();
    verdict.set("scorecard", ScorecardJson.summary(lead.id().value(), card));
    verdict.set("traits", StoredTraits.bounded(card.traits()));
    var recent = verdict.putArray("recent");
    for (var moment : card.recent()) {
      recent
          .addObject()
          .put("at", EventJson.format(moment.at()))
          .put("rule", moment.rule())
          .put("says", moment.says())
          .put("points", moment.points().toDecimal());
    }
    verdict.put("tier", qualifies.fastTrack().isPresent() ? "hot" : "warm");
    verdict.put("timeZone", publication.model().file().zone().getId());
    Queues.of(publication.model(), card.segments()).ifPresent(q -> verdict.put("queue", q));
    return verdict;
  }

  private boolean differs(Lead next) {
    return lead.publication() != next.publication()
        || !lead.due().equals(next.due())
        || !lead.alertDue().equals(next.alertDue())
        || !lead.signalAt().equals(next.signalAt())
        || !lead.traits().equals(next.traits())
        || !undated(lead.scorecard()).equals(undated(next.scorecard()));
  }

  private static ObjectNode undated(ObjectNode scorecard) {
    return scorecard.deepCopy().without("asOf");
  }
}
