package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import java.time.Instant;
import java.util.Comparator;

/**
 * What one event says of whose a profile is: it names a device, an address or a number together
 * with a person.
 *
 * @param person whose it is said to be
 * @param trust of the event
 * @param occurredAt from when on, in milliseconds
 * @param eventId decides between claims of the same instant
 */
public record Claim(ProfileKey person, Trust trust, Instant occurredAt, String eventId) {
  /** The earliest first, whatever its trust. */
  static final Comparator<Claim> EARLIEST =
      Comparator.comparing(Claim::occurredAt)
          .thenComparing(Claim::eventId)
          .thenComparing(Claim::person)
          .thenComparing(Claim::trust);

  /** The one of two that was said first. */
  static Claim earlier(Claim one, Claim other) {
    return one.isFirst(other) ? one : other;
  }

  /** Whether it was said before another, or is the same. */
  boolean isFirst(Claim other) {
    return EARLIEST.compare(this, other) <= 0;
  }
}
