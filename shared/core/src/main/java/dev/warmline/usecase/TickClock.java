package dev.warmline.usecase;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.lead.Due;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Retry.StillConflicting;
import dev.warmline.rule.Models;
import dev.warmline.rule.Publication;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does what happens because time passed: scores that fall, deadlines that are over, and notices
 * that should have been sent by now.
 */
public final class TickClock {
  private static final String SOURCE = "clock";
  private static final Logger LOG = Logger.getLogger(TickClock.class.getName());

  private final Models models;
  private final LeadStore leads;
  private final EvaluateLead evaluate;
  private final SendNotices send;
  private final ParkedEvents parked;

  /**
   * What a tick did.
   *
   * @param evaluated leads and notices worked off
   * @param failed those that a store had no answer for, to be tried again at the next tick
   * @param stuck those that cannot be worked off though the stores answer: parked, and to be left
   *     out of the next page, so that they are in nobody's way
   * @param more whether more were due than one tick takes
   */
  public record Ticked(int evaluated, int failed, Set<Due> stuck, boolean more) {
    public Ticked {
      stuck = Set.copyOf(stuck);
    }
  }

  private enum Worked {
    DONE,
    NO_ANSWER,
    STUCK
  }

  /** Works on these ports. */
  public TickClock(
      Models models,
      LeadStore leads,
      EvaluateLead evaluate,
      SendNotices send,
      ParkedEvents parked) {
    this.models = models;
    this.leads = leads;
    this.evaluate = evaluate;
    this.send = send;
    this.parked = parked;
  }

  /**
   * Works off at most {@code limit} due leads and notices.
   *
   * @param owner names this attempt in the claims of notices
   * @param skipped what an earlier page found to be stuck; they take no place in this one
   * @throws StoreUnavailable if nothing can be read at all
   */
  public Ticked tick(String owner, Instant now, int limit, Set<Due> skipped) {
    var publication = models.current(now);
    var due = leads.listDue(now, limit + skipped.size());
    var stuck = new HashSet<Due>();
    var done = 0;
    var failed = 0;
    for (var one : due) {
      if (skipped.contains(one)) {
        continue;
      }
      switch (work(one, publication, owner, now)) {
        case DONE -> done++;
        case NO_ANSWER -> failed++;
        case STUCK -> stuck.add(one);
      }
    }
    return new Ticked(done, failed, stuck, due.size() == limit + skipped.size());
  }

  private Worked work(Due due, Publication publication, String owner, Instant now) {
    try {
      switch (due) {
        case Due.OfLead(var id) -> evaluate.evaluate(id, publication, now, List.of());
        case Due.OfNotice(var id) -> send.send(id, owner, now);
      }
      return Worked.DONE;
    } catch (StoreUnavailable | StillConflicting | PublishFailed later) {
      warn(due, later);
      return Worked.NO_ANSWER;
    } catch (RuntimeException stuck) {
      warn(due, stuck);
      return park(due, stuck, now);
    }
  }

  /** It stays due: once its cause is mended the next tick works it off. */
  private Worked park(Due due, RuntimeException why, Instant now) {
    var reason = why.getClass().getSimpleName() + ": " + why.getMessage();
    try {
      parked.park(new ParkedEvent(SOURCE, reason, now, name(due)));
      return Worked.STUCK;
    } catch (StoreUnavailable unavailable) {
      return Worked.NO_ANSWER;
    }
  }

  /** Only the kind of failure: its words may quote what a visitor sent. */
  private static void warn(Due due, RuntimeException why) {
    LOG.log(Level.WARNING, () -> name(due) + " could not be worked off: " + why.getClass());
  }

  private static String name(Due due) {
    return switch (due) {
      case Due.OfLead(var id) -> id + "/LEAD";
      case Due.OfNotice(var id) -> "notice " + id;
    };
  }
}
