package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.DailyQuota;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every daily quota keeps to. */
public abstract class DailyQuotaContract {
  private static final Instant LAST_MOMENT = Instant.parse("2026-03-02T23:59:59.999Z");

  /** The quota under test; a test starts with one that has counted nothing. */
  protected abstract DailyQuota quota();

  @Test
  void aSourceMaySendUpToItsLimitAndNotOneMore() {
    assertThat(take("shop", 6, 10, LAST_MOMENT)).isTrue();
    assertThat(take("shop", 4, 10, LAST_MOMENT)).isTrue();

    assertThat(take("shop", 1, 10, LAST_MOMENT)).isFalse();
  }

  @Test
  void whatIsRefusedTakesNothing() {
    assertThat(take("shop", 11, 10, LAST_MOMENT)).isFalse();
    assertThat(take("shop", 8, 10, LAST_MOMENT)).isTrue();
    assertThat(take("shop", 3, 10, LAST_MOMENT)).isFalse();

    assertThat(take("shop", 2, 10, LAST_MOMENT)).isTrue();
  }

  @Test
  void everySourceAndEveryDayCountsForItself() {
    assertThat(take("shop", 10, 10, LAST_MOMENT)).isTrue();

    assertThat(take("blog", 10, 10, LAST_MOMENT)).isTrue();
    assertThat(take("shop", 10, 10, LAST_MOMENT.plusMillis(1))).isTrue();
  }

  @Test
  void kilobytesHaveALimitOfTheirOwnAndNoneIfItIsZero() {
    var limit = new DailyLimit(0, 100);

    assertThat(quota().take("shop", 1_000, 90, limit, LAST_MOMENT)).isTrue();
    assertThat(quota().take("shop", 1, 11, limit, LAST_MOMENT)).isFalse();
    assertThat(quota().take("shop", 1, 101, limit, LAST_MOMENT)).isFalse();
    assertThat(quota().take("shop", 1_000, 10, limit, LAST_MOMENT)).isTrue();
    assertThat(quota().take("shop", 1, 1, new DailyLimit(10_000, 0), LAST_MOMENT)).isTrue();
  }

  @Test
  void aLimitThatWasRaisedHoldsAtOnce() {
    assertThat(take("shop", 10, 10, LAST_MOMENT)).isTrue();

    assertThat(take("shop", 1, 11, LAST_MOMENT)).isTrue();
  }

  @Test
  void manyRequestsAtOnceNeverTakeMoreThanTheLimit() {
    var taken = new AtomicInteger();

    IntStream.range(0, 60)
        .parallel()
        .filter(i -> take("shop", 1, 25, LAST_MOMENT))
        .forEach(i -> taken.incrementAndGet());

    assertThat(taken).hasValue(25);
  }

  private boolean take(String source, long events, long limit, Instant now) {
    return quota().take(source, events, 0, new DailyLimit(limit, 0), now);
  }
}
