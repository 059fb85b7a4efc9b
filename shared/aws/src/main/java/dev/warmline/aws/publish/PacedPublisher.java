package dev.warmline.aws.publish;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.DailyQuota;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.Message;
import dev.warmline.lead.NoticeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Lets at most five messages a second through, however many functions publish: SNS suspends a
 * mailbox that is sent more. Whoever finds no place waits for one, for some seconds.
 */
public final class PacedPublisher implements AlertPublisher {
  /** The most messages of a second. */
  public static final int A_SECOND = 5;

  private static final int ATTEMPTS = 10;

  private final AlertPublisher publisher;
  private final DailyQuota quota;
  private final InstantSource clock;
  private final Pause pause;

  /** Waits for a while. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  /** Paces this publisher; {@code quota} counts the messages of each second. */
  public PacedPublisher(AlertPublisher publisher, DailyQuota quota, InstantSource clock) {
    this(publisher, quota, clock, Thread::sleep);
  }

  PacedPublisher(AlertPublisher publisher, DailyQuota quota, InstantSource clock, Pause pause) {
    this.publisher = publisher;
    this.quota = quota;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public void publish(NoticeId id, Message message) {
    try {
      for (var attempt = 0; !hasPlace(clock.instant()); attempt++) {
        if (attempt == ATTEMPTS) {
          throw new PublishFailed(id, new IllegalStateException("too many messages at once"));
        }
        pause.sleep(untilTheNextSecond(clock.instant()));
      }
    } catch (StoreUnavailable e) {
      throw new PublishFailed(id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishFailed(id, e);
    }
    publisher.publish(id, message);
  }

  private boolean hasPlace(Instant now) {
    return quota.take(
        "alerts of second " + now.getEpochSecond(), 1, 0, new DailyLimit(A_SECOND, 0), now);
  }

  private static Duration untilTheNextSecond(Instant now) {
    return Duration.between(now, now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
  }
}
