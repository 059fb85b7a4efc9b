package dev.warmline.measure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.util.function.Predicate;

/**
 * A rule as somebody would write it by hand.
 *
 * @param when what it matches
 * @param points what a hit is worth at first
 * @param times how many hits count per period
 * @param periodMillis the length of a period
 * @param distinct the property that is counted apart, or empty
 * @param halfLifeMillis the age at which half is left
 */
record PlainRule(
    Predicate<Event> when,
    double points,
    int times,
    long periodMillis,
    String distinct,
    double halfLifeMillis) {
  static final long DAY = 86_400_000L;
  static final long EVER = Long.MAX_VALUE;

  /** A rule that counts once a day and loses half of its worth in 30 days. */
  static PlainRule daily(double points, Predicate<Event> when) {
    return new PlainRule(when, points, 1, DAY, "", 30.0 * DAY);
  }

  /** A rule that counts every match and never fades. */
  static PlainRule always(double points, Predicate<Event> when) {
    return new PlainRule(when, points, Integer.MAX_VALUE, EVER, "", Double.MAX_VALUE);
  }

  /** This rule, counted once per value of a property. */
  PlainRule oncePer(String property) {
    return new PlainRule(when, points, 1, EVER, property, halfLifeMillis);
  }

  static boolean isTrack(Event event, String name) {
    return is(event, EventType.TRACK, name);
  }

  static boolean is(Event event, EventType type, String name) {
    return event.type() == type && name.equals(text(event, "event"));
  }

  static boolean isPage(Event event) {
    return event.type() == EventType.PAGE;
  }

  static boolean isPageAt(Event event, String prefix) {
    return isPage(event)
        && (text(event, "properties", "path").startsWith(prefix)
            || text(event, "context", "page", "path").startsWith(prefix));
  }

  /** The text at a path, or an empty one. */
  static String text(Event event, String... path) {
    JsonNode node = event.json();
    for (var key : path) {
      node = node.path(key);
    }
    return node.isTextual() ? node.textValue() : "";
  }
}
