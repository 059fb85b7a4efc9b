package dev.warmline.usecase;

import dev.warmline.event.EventLog;
import dev.warmline.event.Trust;
import dev.warmline.lead.Lead;
import dev.warmline.rule.Model;
import dev.warmline.score.Gathering;
import dev.warmline.score.Gathering.Room;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Reads the log of a lead within the budget of one lead, however much there is of it. Leads that
 * have unusually many events are read one at a time, so that several of them in a batch take no
 * more memory than one.
 */
final class LeadLog {
  private final EventLog log;
  private final Semaphore whole = new Semaphore(1);

  LeadLog(EventLog log) {
    this.log = log;
  }

  /**
   * What was read; its memory counts until it is closed.
   *
   * @param serversAlone whether only events of servers are in it, because there are too many of all
   */
  record Held(Gathering gathered, boolean serversAlone, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Reads it.
   *
   * @throws TooLarge if even the events of servers are too many
   */
  Held read(Lead lead, Model model) {
    var usual = gathered(lead, Optional.empty(), new Gathering(model, Room.USUAL));
    return usual.fits() ? new Held(usual, false, () -> {}) : readWhole(lead, model);
  }

  private Held readWhole(Lead lead, Model model) {
    whole.acquireUninterruptibly();
    try {
      var all = gathered(lead, Optional.empty(), new Gathering(model, Room.WHOLE));
      return all.fits() ? new Held(all, false, whole::release) : readServers(lead, model);
    } catch (RuntimeException e) {
      whole.release();
      throw e;
    }
  }

  private Held readServers(Lead lead, Model model) {
    var servers = gathered(lead, Optional.of(Trust.SERVER), new Gathering(model, Room.WHOLE));
    if (!servers.fits()) {
      throw new TooLarge(lead.id());
    }
    return new Held(servers, true, whole::release);
  }

  private Gathering gathered(Lead lead, Optional<Trust> of, Gathering gathering) {
    var identity = lead.identity();
    log.read(identity.profiles(), of, event -> !identity.owns(event) || gathering.take(event));
    return gathering;
  }
}
