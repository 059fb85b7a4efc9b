package dev.warmline.usecase;

import dev.warmline.event.EventLog;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Evaluation;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Change.AddEntry;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Occasion;
import dev.warmline.lead.Retry;
import dev.warmline.lead.StagePolicy;
import dev.warmline.rule.Publication;
import dev.warmline.score.Scorer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings one lead up to date: reads its whole log, scores it, moves it to the stage that follows,
 * and writes it if nobody else has in the meantime. Repeating it is always right.
 */
public final class EvaluateLead {
  private final EventLog log;
  private final LeadStore leads;
  private final LeadDirectory directory;
  private final Retry retry;

  /** Works on these stores. */
  public EvaluateLead(EventLog log, LeadStore leads, LeadDirectory directory, Retry retry) {
    this.log = log;
    this.leads = leads;
    this.directory = directory;
    this.retry = retry;
  }

  /**
   * Evaluates the lead, or the survivor if it was merged away.
   *
   * @param asOf the instant of the scorecard: the later of the clock and the newest receivedAt
   * @param occasion why it is evaluated
   * @return the lead as it is stored now; empty if there is none
   * @throws StoreUnavailable if a store cannot answer, or the lead was evaluated under a newer
   *     publication than {@code publication}
   */
  public Optional<Lead> evaluate(
      LeadId id, Publication publication, Instant asOf, Occasion occasion) {
    var instant = asOf.truncatedTo(ChronoUnit.MILLIS);
    return retry.until(() -> attempt(id, publication, instant, occasion));
  }

  private Optional<Optional<Lead>> attempt(
      LeadId id, Publication publication, Instant asOf, Occasion occasion) {
    var living = directory.findLiving(id);
    if (living.isEmpty()) {
      return Optional.of(living);
    }
    var lead = living.get();
    if (lead.publication() > publication.number()) {
      throw new StoreUnavailable(
          "evaluate lead " + lead.id(),
          new IllegalStateException(
              "it was evaluated under publication " + lead.publication() + " already"));
    }
    var card = Scorer.score(log.read(lead.profiles()), publication.model(), asOf);
    var next = StagePolicy.next(lead, card, publication, asOf, occasion);
    if (!next.isChange()) {
      return Optional.of(living);
    }
    return leads.commit(changes(lead, next)) == Committed.SAVED
        ? Optional.of(Optional.of(next.lead()))
        : Optional.empty();
  }

  private static List<Change> changes(Lead stored, Evaluation next) {
    var changes = new ArrayList<Change>();
    changes.add(new PutLead(next.lead(), stored.version()));
    next.entry().ifPresent(entry -> changes.add(new AddEntry(next.lead().id(), entry)));
    return changes;
  }
}
