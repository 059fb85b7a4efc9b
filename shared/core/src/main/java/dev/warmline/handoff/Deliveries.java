package dev.warmline.handoff;

import dev.warmline.lead.NoticeId;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers which alert went to which channel, so that a repeated delivery is dropped, and where
 * the message of a lead's cycle stands there.
 */
public interface Deliveries {

  /** What an attempt to claim a delivery found. */
  enum DeliveryClaim {
    /** Post it. */
    OURS,
    /** Somebody else is posting it right now: try again later. */
    HELD,
    /** It was posted before: drop it. */
    DONE
  }

  /** Claims the delivery of an alert to a channel; a lease that ran out is taken over. */
  DeliveryClaim claim(NoticeId id, String channel, String holder, Instant now, Instant leaseUntil);

  /** Marks the delivery as done. */
  void markDone(NoticeId id, String channel, Instant now);

  /** Whether the delivery is done. */
  boolean isDone(NoticeId id, String channel);

  /** Keeps where the message about a lead's cycle stands, in place of what was kept before. */
  void keepThread(NoticeId cycle, String channel, ChatThread thread);

  /** Where the message about a lead's cycle stands, if that was kept. */
  Optional<ChatThread> findThread(NoticeId cycle, String channel);

  /** Gives the claim back after a failed post, so that the next attempt need not wait. */
  void release(NoticeId id, String channel, String holder);
}
