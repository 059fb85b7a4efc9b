package dev.warmline.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Digest;
import dev.warmline.event.Event;
import dev.warmline.event.Trust;
import dev.warmline.lead.Lead;
import dev.warmline.rule.Publication;
import dev.warmline.score.Checkpoint;
import dev.warmline.score.Checkpoint.Scored;
import dev.warmline.usecase.LeadLog.Held;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What the rules say of a lead, by its checkpoint or by its log. A lead that has had too many
 * events goes on without those of browsers until its log is read again.
 *
 * @param log what was read of the log, if it was: held until this is closed
 */
record ScoredLead(Scored scored, Optional<Held> log) implements AutoCloseable {
  private static final String SERVERS_ALONE = "/servers";

  /**
   * Scores it: at {@code asOf}, or at the arrival of the newest event that was read if that is
   * later, and never before the instant of the scorecard that is stored. So whoever read less, or
   * began earlier and was slow, does not put the lead back in time.
   *
   * @param news events that may not have been counted yet; without them the log is read
   * @throws TooLarge if even the events of its servers are too many
   */
  static ScoredLead of(
      Lead lead,
      Publication publication,
      Instant asOf,
      Optional<Collection<Event>> news,
      LeadLog log) {
    return at(lead, publication, later(asOf, lead.card().asOf()), news, log);
  }

  private static ScoredLead at(
      Lead lead,
      Publication publication,
      Instant asOf,
      Optional<Collection<Event>> news,
      LeadLog log) {
    return news.filter(events -> events.stream().allMatch(lead.identity()::owns))
        .flatMap(events -> continued(lead, publication, asOf, events))
        .map(scored -> new ScoredLead(scored, Optional.empty()))
        .orElseGet(() -> ofLog(lead, publication, asOf, log));
  }

  /** When all that follows from it happens. */
  Instant asOf() {
    return scored.card().asOf();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  @Override
  public void close() {
    log.ifPresent(Held::close);
  }

  private static Optional<Scored> continued(
      Lead lead, Publication publication, Instant asOf, Collection<Event> news) {
    return lead.card()
        .checkpoint()
        .flatMap(
            stored ->
                continued(stored, news, publication, guard(lead, publication, ""), asOf)
                    .or(() -> ofServers(stored, lead, publication, asOf, news)));
  }

  private static Optional<Scored> ofServers(
      ObjectNode stored, Lead lead, Publication publication, Instant asOf, Collection<Event> news) {
    var ofServers = news.stream().filter(event -> event.trust() == Trust.SERVER).toList();
    var guard = guard(lead, publication, SERVERS_ALONE);
    return continued(stored, ofServers, publication, guard, asOf).map(Scored::ofServersAlone);
  }

  private static Optional<Scored> continued(
      ObjectNode stored,
      Collection<Event> news,
      Publication publication,
      String guard,
      Instant asOf) {
    return Checkpoint.continued(stored, news, publication.model(), guard, asOf);
  }

  private static ScoredLead ofLog(Lead lead, Publication publication, Instant asOf, LeadLog log) {
    var held = log.read(lead.id(), lead.identity(), publication.model());
    try {
      var guard = guard(lead, publication, held.serversAlone() ? SERVERS_ALONE : "");
      var scored = Checkpoint.ofLog(held.gathered(), guard, later(asOf, held.gathered().newest()));
      return new ScoredLead(
          held.serversAlone() ? scored.ofServersAlone() : scored, Optional.of(held));
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private static String guard(Lead lead, Publication publication, String of) {
    return publication.number() + "/" + Digest.of(lead.identity().toString()) + of;
  }
}
