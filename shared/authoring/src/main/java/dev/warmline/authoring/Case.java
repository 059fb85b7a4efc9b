package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.InvalidEvent;
import dev.warmline.rule.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One test case: the events of one lead, and what they give at an instant.
 *
 * @param expect what is expected, as written
 */
record Case(Instant asOf, List<Event> events, ObjectNode expect) {
  private static final Set<String> KEYS = Set.of("name", "as-of", "events", "expect");

  static Case of(JsonNode item) {
    for (var property : item.properties()) {
      if (!KEYS.contains(property.getKey())) {
        throw new InvalidCase(
            "unknown key " + property.getKey() + "; a case has name, as-of, events, expect");
      }
    }
    var asOf =
        EventJson.parseInstant(item.path("as-of").asText())
            .orElseThrow(() -> new InvalidCase("as-of is an instant such as 2026-03-08T00:00:00Z"));
    if (!(item.get("expect") instanceof ObjectNode expect) || expect.isEmpty()) {
      throw new InvalidCase("expect says what the events give");
    }
    return new Case(asOf, events(item.path("events"), asOf), expect);
  }

  private static List<Event> events(JsonNode list, Instant asOf) {
    if (!list.isArray()) {
      throw new InvalidCase("events is a list");
    }
    var events = new ArrayList<Event>();
    for (var item : list) {
      events.add(event(item, asOf, "event-" + (events.size() + 1)));
    }
    return events;
  }

  /** Completes the short form: {@code ago} or {@code at} for the time, one person, made-up ids. */
  private static Event event(JsonNode item, Instant asOf, String id) {
    if (!(item instanceof ObjectNode written)) {
      throw new InvalidCase(id + " is no block of keys and values");
    }
    var event = written.deepCopy();
    time(event, asOf, id).ifPresent(at -> event.put("occurredAt", EventJson.format(at)));
    if (!event.has("id")) {
      event.put("id", id);
    }
    if (!event.has("profile") && !event.has("userId") && !event.has("anonymousId")) {
      event.put("userId", "lead");
    }
    try {
      return EventJson.of(event);
    } catch (InvalidEvent e) {
      throw new InvalidCase(id + " is no event: " + e.getMessage());
    }
  }

  private static Optional<Instant> time(ObjectNode event, Instant asOf, String id) {
    var ago = event.remove("ago");
    var at = event.remove("at");
    if (ago != null) {
      return Optional.of(asOf.minus(duration(ago.asText(), id)));
    }
    if (at != null) {
      return Optional.of(
          EventJson.parseInstant(at.asText())
              .orElseThrow(() -> new InvalidCase(id + ": at is an instant")));
    }
    return Optional.empty();
  }

  private static Duration duration(String text, String id) {
    return DurationText.millis(text)
        .map(Duration::ofMillis)
        .orElseThrow(() -> new InvalidCase(id + ": ago is a duration such as 3d"));
  }
}
