package dev.warmline.architecture.planted.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;

/** Asks in every way there is, as a call and by name. */
final class AsksTheClock {
  private AsksTheClock() {}

  static List<Object> now() {
    return List.of(
        Instant.now(),
        System.currentTimeMillis(),
        System.nanoTime(),
        Clock.systemUTC(),
        LocalDate.now(ZoneOffset.UTC),
        OffsetDateTime.now(ZoneOffset.UTC),
        ZonedDateTime.now(ZoneOffset.UTC));
  }

  static Supplier<InstantSource> byName() {
    return InstantSource::system;
  }
}
