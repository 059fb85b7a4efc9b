package dev.warmline.architecture.planted.functions.collect;

import java.time.Instant;
import java.time.InstantSource;

/** Names a clock where it may, and in two places where it may not. */
final class TickingHandler {
  private final InstantSource clock;

  TickingHandler() {
    this(InstantSource.system());
  }

  TickingHandler(String name) {
    this(name.isEmpty() ? InstantSource.system() : () -> Instant.EPOCH);
  }

  private TickingHandler(InstantSource clock) {
    this.clock = clock;
  }

  boolean handle() {
    return Instant.now().isAfter(clock.instant());
  }
}
