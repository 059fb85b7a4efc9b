package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Publication;
import dev.warmline.score.Scorecard;
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
    var next =
        keepingEarlierDue(
            written(lead.stage(), lead.stageSince(), lead.cycle(), lead.entries(), lead.leftAt()));
    return new Evaluation(next, Optional.empty(), differs(next));
  }

  Evaluation moved(Stage to, String why, boolean silent) {
    var qualifies = to == Stage.MQL;
    var cycle = qualifies ? lead.cycle() + 1 : lead.cycle();
    var left = to == Stage.RECYCLED ? Optional.of(now) : lead.leftAt();
    var number = lead.entries() + 1;
    var alertDue =
        qualifies && !silent ? Optional.of(now.plus(ALERT_CHECK)) : Optional.<Instant>empty();
    var next =
        new LeadWriter(lead.withAlertDue(alertDue), card, publication, now)
            .written(to, now, cycle, number, left);
    var entry =
        new StageEntry(number, now, lead.stage(), to, cycle, why, "warmline", silent, verdict());
    return new Evaluation(next, Optional.of(entry), true);
  }

  private Lead written(
      Stage stage, Instant since, int cycle, int entries, Optional<Instant> leftAt) {
    var undated =
        new Lead(
            lead.id(),
            lead.version() + 1,
            lead.profiles(),
            Optional.empty(),
            stage,
            since,
            cycle,
            entries,
            leftAt,
            publication.number(),
            ScorecardJson.summary(lead.id().value(), card),
            StoredTraits.bounded(card.traits()),
            Optional.empty(),
            lead.alertDue());
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
    verdict.put("tier", qualifies.fastTrack().isPresent() ? "hot" : "standard");
    verdict.put("timeZone", publication.model().file().zone().getId());
    Queues.of(publication.model(), card.segments()).ifPresent(q -> verdict.put("queue", q));
    return verdict;
  }

  private boolean differs(Lead next) {
    return lead.publication() != next.publication()
        || !lead.due().equals(next.due())
        || !lead.alertDue().equals(next.alertDue())
        || !lead.traits().equals(next.traits())
        || !undated(lead.scorecard()).equals(undated(next.scorecard()));
  }

  private static ObjectNode undated(ObjectNode scorecard) {
    return scorecard.deepCopy().without("asOf");
  }
}
