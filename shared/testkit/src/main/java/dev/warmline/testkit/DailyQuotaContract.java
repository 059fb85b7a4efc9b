package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(quota().take("shop", 6, 10, LAST_MOMENT)).isTrue();
    assertThat(quota().take("shop", 4, 10, LAST_MOMENT)).isTrue();

    assertThat(quota().take("shop", 1, 10, LAST_MOMENT)).isFalse();
  }

  @Test
  void whatIsRefusedTakesNothing() {
    assertThat(quota().take("shop", 11, 10, LAST_MOMENT)).isFalse();
    assertThat(quota().take("shop", 8, 10, LAST_MOMENT)).isTrue();
    assertThat(quota().take("shop", 3, 10, LAST_MOMENT)).isFalse();

    assertThat(quota().take("shop", 2, 10, LAST_MOMENT)).isTrue();
  }

  @Test
  void everySourceAndEveryDayCountsForItself() {
    assertThat(quota().take("shop", 10, 10, LAST_MOMENT)).isTrue();

    assertThat(quota().take("blog", 10, 10, LAST_MOMENT)).isTrue();
    assertThat(quota().take("shop", 10, 10, LAST_MOMENT.plusMillis(1))).isTrue();
  }

  @Test
  void aLimitThatWasRaisedHoldsAtOnce() {
    assertThat(quota().take("shop", 10, 10, LAST_MOMENT)).isTrue();

    assertThat(quota().take("shop", 1, 11, LAST_MOMENT)).isTrue();
  }

  @Test
  void manyRequestsAtOnceNeverTakeMoreThanTheLimit() {
    var taken = new AtomicInteger();

    IntStream.range(0, 60)
        .parallel()
        .filter(i -> quota().take("shop", 1, 25, LAST_MOMENT))
        .forEach(i -> taken.incrementAndGet());

    assertThat(taken).hasValue(25);
  }
}
