package dev.warmline.usecase;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.handoff.AlertStore;
import dev.warmline.handoff.AlertStore.ClaimResult;
import dev.warmline.handoff.Message;
import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells sales about a lead that became MQL: once per cycle, under one id, with one body. It claims
 * the alert with the rendered message, publishes what is stored, and marks it sent; whoever comes
 * after a crash at any of these steps finds out where it stopped. Called when the stage changes and
 * again when the clock finds the alert unsent.
 */
public final class HandOffLead {
  /** How long a claim is held: longer than any caller may run. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  /** Who stands in the history where no person decided. */
  private static final String NOBODY = "warmline";

  private static final HandedOff MERGED_AWAY = new HandedOff.NothingToTell(Silence.MERGED);

  private final LeadStore leads;
  private final AlertStore alerts;
  private final AlertPublisher publisher;
  private final AlertRenderer renderer;

  /** Works on these ports. */
  public HandOffLead(
      LeadStore leads, AlertStore alerts, AlertPublisher publisher, AlertRenderer renderer) {
    this.leads = leads;
    this.alerts = alerts;
    this.publisher = publisher;
    this.renderer = renderer;
  }

  /** What became of a handoff. */
  public sealed interface HandedOff {

    /** It was published now and marked as sent. */
    record Published(AlertId id) implements HandedOff {}

    /** It had been sent before. */
    record AlreadySent(AlertId id) implements HandedOff {}

    /** Another caller is at it until then: try again after that, since it may have crashed. */
    record HeldByAnother(AlertId id, Instant until) implements HandedOff {}

    /** There is nothing to tell. */
    record NothingToTell(Silence why) implements HandedOff {}
  }

  /** Why nobody is told. */
  public enum Silence {
    /** The lead does not exist (any more). */
    UNKNOWN,
    /** It was merged away; its survivor has a stage and an alert of its own. */
    MERGED,
    /** It never became MQL, or is below again without an alert of its own. */
    NOT_QUALIFIED,
    /** It qualified silently: an import, a rebuilt lead, a silent publish. */
    SILENT,
    /** A person works on it or has decided already. */
    IN_HAND
  }

  /**
   * Hands off the current cycle of a lead, and tells of the signals that came in it while sales had
   * the lead already.
   *
   * @param owner names this attempt (the request id): only the same attempt may go on with a claim
   *     before its lease has run out
   * @return what came of the handoff; of a signal, if that was published now or is held by another
   * @throws StoreUnavailable if a store cannot answer; calling again is safe
   * @throws PublishFailed if the alert was not accepted; calling again is safe
   * @throws IllegalStateException if the lead is MQL but its history does not say how
   */
  public HandedOff handOff(LeadId id, String owner, Instant now) {
    var found = leads.findLead(id);
    if (found.isEmpty()) {
      return new HandedOff.NothingToTell(Silence.UNKNOWN);
    }
    var lead = found.get();
    var handedOff = lead.isTombstone() ? MERGED_AWAY : handOff(lead, owner, now);
    return leads.listSignals(id, lead.cycle()).stream()
        .map(signal -> update(lead, signal, owner, now))
        .reduce(handedOff, HandOffLead::weightier);
  }

  /** Nothing that is held by another is passed over, and nothing that was told is left unsaid. */
  private static HandedOff weightier(HandedOff one, HandedOff other) {
    var isHeld = one instanceof HandedOff.HeldByAnother;
    return isHeld
            || !(other instanceof HandedOff.Published || other instanceof HandedOff.HeldByAnother)
        ? one
        : other;
  }

  private HandedOff handOff(Lead lead, String owner, Instant now) {
    var history = leads.listHistory(lead.id());
    var entry = history.reversed().stream().filter(it -> it.to() == Stage.MQL).findFirst();
    return silence(lead, entry, history.reversed().stream().findFirst())
        .<HandedOff>map(HandedOff.NothingToTell::new)
        .orElseGet(() -> tell(lead, entry.orElseThrow(), owner, now));
  }

  private static Optional<Silence> silence(
      Lead lead, Optional<StageEntry> entry, Optional<StageEntry> last) {
    if (inHand(lead, last)) {
      return Optional.of(Silence.IN_HAND);
    }
    if (entry.isEmpty()) {
      if (lead.stage() == Stage.MQL) {
        throw new IllegalStateException("lead " + lead.id() + " is MQL without a history entry");
      }
      return Optional.of(Silence.NOT_QUALIFIED);
    }
    return entry.get().silent() ? Optional.of(Silence.SILENT) : Optional.empty();
  }

  /**
   * Only sales moves a lead beyond MQL, and a return has a person's name on it: who works on a lead
   * needs no alert. A lead that merely cooled down before it was told about is still told.
   */
  private static boolean inHand(Lead lead, Optional<StageEntry> last) {
    return switch (lead.stage()) {
      case SAL, SQL, CUSTOMER, DISQUALIFIED -> true;
      case RECYCLED -> last.filter(entry -> !entry.who().equals(NOBODY)).isPresent();
      case SUSPECT, PROSPECT, MQL -> false;
    };
  }

  private HandedOff tell(Lead lead, StageEntry entry, String owner, Instant now) {
    var id = new AlertId(lead.id(), entry.cycle());
    return publish(id, renderer.render(lead, entry), owner, now);
  }

  private HandedOff update(Lead lead, HotSignal signal, String owner, Instant now) {
    var id = new AlertId(lead.id(), signal.cycle(), Optional.of(signal.name()));
    return publish(id, renderer.render(lead, signal), owner, now);
  }

  private HandedOff publish(AlertId id, Message rendered, String owner, Instant now) {
    return switch (alerts.claim(id, rendered, owner, now, now.plus(LEASE))) {
      case ClaimResult.Sent _ -> new HandedOff.AlreadySent(id);
      case ClaimResult.Held(var until) -> new HandedOff.HeldByAnother(id, until);
      case ClaimResult.Ours(var stored) -> {
        send(id, stored, owner);
        alerts.markSent(id, now);
        yield new HandedOff.Published(id);
      }
    };
  }

  private void send(AlertId id, Message stored, String owner) {
    try {
      publisher.publish(id, stored);
    } catch (PublishFailed failed) {
      release(id, owner, failed);
      throw failed;
    }
  }

  /** So that whoever tries next need not wait for the lease; a claim that stays runs out. */
  private void release(AlertId id, String owner, PublishFailed failed) {
    try {
      alerts.release(id, owner);
    } catch (StoreUnavailable unavailable) {
      failed.addSuppressed(unavailable);
    }
  }
}
