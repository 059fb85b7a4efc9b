package dev.warmline.ingest;

import dev.warmline.event.EventJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as clients write them, and when an event happened by our clock. */
final class Timestamps {
  /** How far a sender's clock may be off for its difference to ours to be believed. */
  static final Duration SANE_SKEW = Duration.ofHours(24);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,13}(\\.\\d+)?");
  private static final long FIRST_AS_MILLIS = 100_000_000_000L;

  private Timestamps() {}

  /**
   * Reads an instant: ISO-8601 with any offset or none (UTC), a date, or a number of seconds or
   * milliseconds since 1970. Empty if it is none of these or outside the years 1 to 9999.
   */
  static Optional<Instant> parse(String text) {
    var stripped = text.strip();
    if (NUMBER.matcher(stripped).matches()) {
      var number = Double.parseDouble(stripped);
      return inRange(
          Instant.ofEpochMilli((long) (number < FIRST_AS_MILLIS ? number * 1000 : number)));
    }
    var iso = SHORT_OFFSET.matcher(stripped.replaceFirst(" ", "T"));
    var withOffset = stripped.length() > 10 ? iso.replaceFirst("$1:$2") : stripped;
    return EventJson.parseInstant(withOffset)
        .or(() -> local(withOffset))
        .flatMap(Timestamps::inRange);
  }

  /**
   * When it happened by our clock: never after {@code receivedAt}. The sender's clock is corrected
   * by the difference at sending, if that difference is sane; otherwise the timestamp stands.
   */
  static Instant occurredAt(
      Instant receivedAt, Optional<Instant> timestamp, Optional<Instant> sentAt) {
    var occurred =
        timestamp
            .map(stamp -> corrected(receivedAt, stamp, sentAt.orElse(receivedAt)))
            .orElse(receivedAt);
    var bounded = inRange(occurred).orElse(receivedAt);
    return (bounded.isAfter(receivedAt) ? receivedAt : bounded).truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant corrected(Instant receivedAt, Instant stamp, Instant sentAt) {
    var skew = Duration.between(sentAt, receivedAt);
    return skew.abs().compareTo(SANE_SKEW) <= 0 ? stamp.plus(skew) : stamp;
  }

  private static Optional<Instant> local(String text) {
    try {
      var time =
          text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
      return Optional.of(time.toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> inRange(Instant instant) {
    return instant.isBefore(FIRST) || instant.isAfter(LAST)
        ? Optional.empty()
        : Optional.of(instant);
  }
}
