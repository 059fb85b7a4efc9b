package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest of what speaks for a lead: imports, adjustments, facts that rules look at, hits of
 * rules with positive points, fast-track signals. Whether sales hears of a cycle follows from it.
 *
 * @param newest of all evidence
 * @param fresh when the newest evidence was received that came soon after it happened, by no import
 *     and from no source marked as backfill
 */
public record Evidence(Optional<Piece> newest, Optional<Instant> fresh) {

  /** Nothing speaks for the lead. */
  public static final Evidence NONE = new Evidence(Optional.empty(), Optional.empty());

  /** How a piece of evidence came. */
  public enum Kind {
    FRESH,
    IMPORT,
    /** Long after it happened, or from a source marked as backfill. */
    BACKFILL
  }

  /**
   * One piece of evidence.
   *
   * @param at when it was received
   * @param list the list an import names, else the source
   */
  public record Piece(Instant at, Kind kind, String list) {}

  /** How this event comes: fresh if it was received so soon after it happened. */
  static Kind kind(Event event, Duration freshWithin) {
    if (event.type() == EventType.IMPORT) {
      return Kind.IMPORT;
    }
    var delay = Duration.between(event.occurredAt(), event.receivedAt());
    return event.json().path("backfill").asBoolean(false) || delay.compareTo(freshWithin) > 0
        ? Kind.BACKFILL
        : Kind.FRESH;
  }

  /** The list that an event belongs to, else its source. */
  static String list(Event event) {
    return event.text("list").orElse(event.source());
  }
}
