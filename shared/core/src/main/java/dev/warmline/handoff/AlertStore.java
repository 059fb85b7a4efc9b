package dev.warmline.handoff;

import java.time.Instant;

/**
 * Keeps each alert with its rendered message and who is sending it. Reads and writes are strongly
 * consistent; failures of the infrastructure are thrown as {@link
 * dev.warmline.event.StoreUnavailable}.
 */
public interface AlertStore {

  /** What an attempt to claim an alert found. */
  sealed interface ClaimResult {

    /** The alert is ours to publish: this stored message, not the one just rendered. */
    record Ours(Message stored) implements ClaimResult {}

    /** Somebody else is publishing it until then. */
    record Held(Instant leaseUntil) implements ClaimResult {}

    /** It was published and marked; there is nothing to do. */
    record Sent() implements ClaimResult {}
  }

  /**
   * Claims the alert for an owner. The first claim stores {@code rendered}. A later one finds it
   * sent; or ours (the owner is the same, or the lease ran out, which moves the lease and the owner
   * atomically); or held. A claim whose answer was lost may be repeated by the same owner.
   */
  ClaimResult claim(AlertId id, Message rendered, String owner, Instant now, Instant leaseUntil);

  /**
   * Gives a claim back before its lease runs out, so that the next attempt need not wait for that.
   * The stored message stays. Changes nothing if the claim is another owner's by now.
   */
  void release(AlertId id, String owner);

  /** Marks the alert as sent. Marking twice changes nothing. */
  void markSent(AlertId id, Instant now);

  /** Whether the alert is marked as sent. */
  boolean isSent(AlertId id);
}
