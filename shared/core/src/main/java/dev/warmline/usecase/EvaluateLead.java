package dev.warmline.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Digest;
import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Evaluation;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Change.AddEntry;
import dev.warmline.lead.LeadStore.Change.AddSignal;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Occasion;
import dev.warmline.lead.Retry;
import dev.warmline.lead.StagePolicy;
import dev.warmline.rule.Publication;
import dev.warmline.score.Checkpoint;
import dev.warmline.score.Checkpoint.Scored;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Brings one lead up to date: scores it by its checkpoint or its whole log, moves it to the stage
 * that follows, and writes it if nobody else has in the meantime. Repeating it is always right.
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
   * Evaluates the lead, or the survivor if it was merged away, from its whole log.
   *
   * @param asOf the instant of the scorecard: the later of the clock and the newest receivedAt
   * @param occasion why it is evaluated
   * @return the lead as it is stored now; empty if there is none
   * @throws StoreUnavailable if a store cannot answer, or the lead was evaluated under a newer
   *     publication than {@code publication}
   */
  public Optional<Lead> evaluate(
      LeadId id, Publication publication, Instant asOf, Occasion occasion) {
    return evaluate(publication, asOf, occasion, id, Optional.empty());
  }

  /**
   * The same, without reading the log where the lead's checkpoint and these events suffice.
   *
   * @param news events that are in the log and may not have been counted yet; none if only time has
   *     passed
   */
  public Optional<Lead> evaluate(
      LeadId id, Publication publication, Instant asOf, Occasion occasion, Collection<Event> news) {
    return evaluate(publication, asOf, occasion, id, Optional.of(news));
  }

  private Optional<Lead> evaluate(
      Publication publication,
      Instant asOf,
      Occasion occasion,
      LeadId id,
      Optional<Collection<Event>> news) {
    var instant = asOf.truncatedTo(ChronoUnit.MILLIS);
    return retry.until(() -> attempt(id, publication, instant, occasion, news));
  }

  private Optional<Optional<Lead>> attempt(
      LeadId id,
      Publication publication,
      Instant asOf,
      Occasion occasion,
      Optional<Collection<Event>> news) {
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
    var scored =
        news.flatMap(events -> continued(lead, publication, asOf, events))
            .orElseGet(() -> ofLog(lead, publication, asOf));
    var next = StagePolicy.next(lead, scored.card(), publication, asOf, occasion);
    if (!next.isChange() && isSame(lead.checkpoint(), scored.checkpoint())) {
      return Optional.of(living);
    }
    var written = next.lead().withCheckpoint(scored.checkpoint());
    return leads.commit(changes(lead, written, next)) == Committed.SAVED
        ? Optional.of(Optional.of(written))
        : Optional.empty();
  }

  private static Optional<Scored> continued(
      Lead lead, Publication publication, Instant asOf, Collection<Event> news) {
    var areOfLead =
        news.stream().allMatch(event -> lead.profiles().contains(event.profile().key()));
    return areOfLead
        ? lead.checkpoint()
            .flatMap(
                stored ->
                    Checkpoint.continued(
                        stored, news, publication.model(), guard(lead, publication), asOf))
        : Optional.empty();
  }

  private Scored ofLog(Lead lead, Publication publication, Instant asOf) {
    return Checkpoint.ofLog(
        log.read(lead.profiles()), publication.model(), guard(lead, publication), asOf);
  }

  private static String guard(Lead lead, Publication publication) {
    return publication.number() + "/" + Digest.of(lead.profiles().toString());
  }

  /** By their texts: numbers of one value can be nodes of several kinds. */
  private static boolean isSame(Optional<ObjectNode> one, Optional<ObjectNode> other) {
    return one.map(ObjectNode::toString).equals(other.map(ObjectNode::toString));
  }

  private static List<Change> changes(Lead stored, Lead next, Evaluation evaluation) {
    var changes = new ArrayList<Change>();
    changes.add(new PutLead(next, stored.version()));
    evaluation.entry().ifPresent(line -> changes.add(new AddEntry(next.id(), line)));
    evaluation.signal().ifPresent(signal -> changes.add(new AddSignal(next.id(), signal)));
    return changes;
  }
}
