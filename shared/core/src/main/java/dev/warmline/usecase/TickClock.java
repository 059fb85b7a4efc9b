package dev.warmline.usecase;

import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Occasion;
import dev.warmline.rule.Models;
import dev.warmline.rule.Publication;
import dev.warmline.usecase.HandOffLead.HandedOff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does what happens because time passed: scores that fall, recycling that is due, and alerts that
 * should have been sent by now.
 */
public final class TickClock {
  private static final Logger LOG = Logger.getLogger(TickClock.class.getName());

  private final Models models;
  private final LeadStore leads;
  private final LeadDirectory directory;
  private final EvaluateLead evaluate;
  private final HandOffLead handOff;

  /**
   * What a tick did.
   *
   * @param evaluated leads brought up to date
   * @param failed leads to be tried again at the next tick
   * @param more whether more leads were due than one tick takes
   */
  public record Ticked(int evaluated, int failed, boolean more) {}

  /** Works on these ports. */
  public TickClock(
      Models models,
      LeadStore leads,
      LeadDirectory directory,
      EvaluateLead evaluate,
      HandOffLead handOff) {
    this.models = models;
    this.leads = leads;
    this.directory = directory;
    this.evaluate = evaluate;
    this.handOff = handOff;
  }

  /**
   * Works off at most {@code limit} due leads.
   *
   * @param owner names this attempt in the claims of alerts
   * @throws dev.warmline.event.StoreUnavailable if nothing can be read at all
   */
  public Ticked tick(String owner, Instant now, int limit) {
    var publication = models.current(now);
    var due = leads.listDue(now, limit);
    var failed = due.stream().filter(lead -> !worked(lead, publication, owner, now)).count();
    return new Ticked(due.size() - (int) failed, (int) failed, due.size() == limit);
  }

  private boolean worked(LeadId id, Publication publication, String owner, Instant now) {
    try {
      var occasion =
          directory.findLiving(id).flatMap(lead -> settle(lead, owner, now)).orElse(Occasion.TIME);
      evaluate.evaluate(id, publication, now, occasion, List.of());
      return true;
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, () -> "lead " + id + " could not be worked off: " + failed);
      return false;
    }
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
