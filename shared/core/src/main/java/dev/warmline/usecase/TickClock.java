package dev.warmline.usecase;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Occasion;
import dev.warmline.lead.Retry.StillConflicting;
import dev.warmline.rule.Models;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.HandOffLead.HandedOff;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does what happens because time passed: scores that fall, recycling that is due, and alerts that
 * should have been sent by now.
 */
public final class TickClock {
  private static final String SOURCE = "clock";
  private static final Logger LOG = Logger.getLogger(TickClock.class.getName());

  private final Models models;
  private final LeadStore leads;
  private final LeadDirectory directory;
  private final EvaluateLead evaluate;
  private final HandOffLead handOff;
  private final ParkedEvents parked;

  /**
   * What a tick did.
   *
   * @param evaluated leads brought up to date
   * @param failed leads that a store had no answer for, to be tried again at the next tick
   * @param stuck leads that cannot be worked off though the stores answer: parked, and to be left
   *     out of the next page, so that they are in nobody's way
   * @param more whether more leads were due than one tick takes
   */
  public record Ticked(int evaluated, int failed, Set<LeadId> stuck, boolean more) {
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
      LeadDirectory directory,
      EvaluateLead evaluate,
      HandOffLead handOff,
      ParkedEvents parked) {
    this.models = models;
    this.leads = leads;
    this.directory = directory;
    this.evaluate = evaluate;
    this.handOff = handOff;
    this.parked = parked;
  }

  /**
   * Works off at most {@code limit} due leads.
   *
   * @param owner names this attempt in the claims of alerts
   * @param skipped due leads that an earlier page found to be stuck; they take no place in this one
   * @throws StoreUnavailable if nothing can be read at all
   */
  public Ticked tick(String owner, Instant now, int limit, Set<LeadId> skipped) {
    var publication = models.current(now);
    var due = leads.listDue(now, limit + skipped.size());
    var stuck = new HashSet<LeadId>();
    var done = 0;
    var failed = 0;
    for (var lead : due) {
      if (skipped.contains(lead)) {
        continue;
      }
      switch (work(lead, publication, owner, now)) {
        case DONE -> done++;
        case NO_ANSWER -> failed++;
        case STUCK -> stuck.add(lead);
      }
    }
    return new Ticked(done, failed, stuck, due.size() == limit + skipped.size());
  }

  private Worked work(LeadId id, Publication publication, String owner, Instant now) {
    try {
      var occasion =
          directory.findLiving(id).flatMap(lead -> settle(lead, owner, now)).orElse(Occasion.TIME);
      evaluate.evaluate(id, publication, now, occasion, List.of());
      return Worked.DONE;
    } catch (StoreUnavailable | StillConflicting | PublishFailed later) {
      warn(id, later);
      return Worked.NO_ANSWER;
    } catch (RuntimeException stuck) {
      warn(id, stuck);
      return park(id, stuck, now);
    }
  }

  /** It stays due: once its cause is mended the next tick works it off. */
  private Worked park(LeadId id, RuntimeException why, Instant now) {
    var reason = why.getClass().getSimpleName() + ": " + why.getMessage();
    try {
      parked.park(new ParkedEvent(SOURCE, reason, now, id.value() + "/LEAD"));
      return Worked.STUCK;
    } catch (StoreUnavailable unavailable) {
      return Worked.NO_ANSWER;
    }
  }

  /** Only the kind of failure: its words may quote what a visitor sent. */
  private static void warn(LeadId id, RuntimeException why) {
    LOG.log(Level.WARNING, () -> "lead " + id + " could not be worked off: " + why.getClass());
  }

  /** Sends the alert that should have been sent, and says so if it is settled. */
  private Optional<Occasion> settle(Lead lead, String owner, Instant now) {
    var isDue = lead.alertDue().filter(at -> !at.isAfter(now)).isPresent();
    return isDue && isSettled(handOff.handOff(lead.id(), owner, now))
        ? Optional.of(Occasion.ALERT_SETTLED)
        : Optional.empty();
  }

  private static boolean isSettled(HandedOff result) {
    return switch (result) {
      case HandedOff.Published published -> true;
      case HandedOff.AlreadySent sent -> true;
      case HandedOff.NothingToTell nothing -> true;
      case HandedOff.HeldByAnother held -> false;
    };
  }
}
