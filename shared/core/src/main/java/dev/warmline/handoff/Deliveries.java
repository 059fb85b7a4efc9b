package dev.warmline.handoff;

import dev.warmline.lead.NoticeId;
import java.time.Instant;

/** Remembers which alert went to which channel, so that a repeated delivery is dropped. */
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

  /** Gives the claim back after a failed post, so that the next attempt need not wait. */
  void release(NoticeId id, String channel, String holder);
}
