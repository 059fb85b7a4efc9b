package dev.warmline.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The time of this stack: the machine's, and as much more as it was moved ahead. */
final class StackClock implements InstantSource {
  private final InstantSource machine = InstantSource.system();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead.get());
  }

  /** Moves it ahead to that instant; where it is later already, it stays. */
  void moveTo(Instant instant) {
    ahead.updateAndGet(
        before -> {
          var more = Duration.between(machine.instant().plus(before), instant);
          return more.isPositive() ? before.plus(more) : before;
        });
  }
}
