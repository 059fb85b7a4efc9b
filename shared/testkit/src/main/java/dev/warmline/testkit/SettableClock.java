package dev.warmline.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Always UTC. */
public final class SettableClock extends Clock {
  private final AtomicReference<Instant> now;

  /** A clock that shows this instant, for example {@code 2026-03-01T10:00:00Z}. */
  public SettableClock(String now) {
    this.now = new AtomicReference<>(Instant.parse(now));
  }

  /** Makes the clock show this instant. */
  public void set(Instant instant) {
    now.set(instant);
  }

  /** Moves the clock; a negative duration moves it back. */
  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
