package dev.warmline.usecase;

import dev.warmline.event.EventLog;
import dev.warmline.event.Trust;
import dev.warmline.lead.Identity;
import dev.warmline.lead.LeadId;
import dev.warmline.rule.Model;
import dev.warmline.score.Gathering;
import dev.warmline.score.Gathering.Room;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Reads the log of a lead within the budget of one lead, however much there is of it. Leads that
 * have unusually many events are read one at a time, so that several of them in a batch take no
 * more memory than one.
 */
public final class LeadLog {
  private final EventLog log;
  private final Semaphore whole = new Semaphore(1);

  /** Reads this log. */
  public LeadLog(EventLog log) {
    this.log = log;
  }

  /**
   * What was read; its memory counts until it is closed.
   *
   * @param serversAlone whether only events of servers are in it, because there are too many of all
   */
  public record Held(Gathering gathered, boolean serversAlone, Runnable end)
      implements AutoCloseable {

    /**
     * What the rules say of it, with the events behind each line: at {@code now}, or at the arrival
     * of its newest event, so that no skew hides it.
     */
    public Scorecard score(Instant now) {
      var newest = gathered.newest();
      var card = Scorer.score(gathered, now.isBefore(newest) ? newest : now);
      return serversAlone ? card.ofServersAlone() : card;
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Reads what there is of a lead, stored or not.
   *
   * @throws TooLarge if even the events of servers are too many
   */
  public Held read(LeadId id, Identity identity, Model model) {
    var usual = gathered(identity, Optional.empty(), new Gathering(model, Room.USUAL));
    return usual.fits() ? new Held(usual, false, () -> {}) : readWhole(id, identity, model);
  }

  private Held readWhole(LeadId id, Identity identity, Model model) {
    whole.acquireUninterruptibly();
    try {
      var all = gathered(identity, Optional.empty(), new Gathering(model, Room.WHOLE));
      return all.fits() ? new Held(all, false, whole::release) : readServers(id, identity, model);
    } catch (RuntimeException e) {
      whole.release();
      throw e;
    }
  }

  private Held readServers(LeadId id, Identity identity, Model model) {
    var servers = gathered(identity, Optional.of(Trust.SERVER), new Gathering(model, Room.WHOLE));
    if (!servers.fits()) {
      throw new TooLarge(id);
    }
    return new Held(servers, true, whole::release);
  }

  private Gathering gathered(Identity identity, Optional<Trust> of, Gathering gathering) {
    log.read(identity.profiles(), of, event -> !identity.owns(event) || gathering.take(event));
    return gathering;
  }
}
