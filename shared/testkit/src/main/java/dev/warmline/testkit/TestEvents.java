package dev.warmline.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.Trust;

/**
 * Builds events with the values a test wants to show; whatever it does not say is sensible: user
 * {@code u-1}, 2026-03-01T10:00:00Z, a server source.
 */
public final class TestEvents {
  private final ObjectNode json = EventJson.newObject();

  private TestEvents(String id, EventType type) {
    json.put("id", id).put("type", type.word()).put("occurredAt", "2026-03-01T10:00:00Z");
  }

  /** An event of any type. */
  public static TestEvents event(String id, EventType type) {
    return new TestEvents(id, type);
  }

  /** A visit to the page with this path. */
  public static TestEvents page(String id, String path) {
    return event(id, EventType.PAGE).property("path", path);
  }

  /** A tracked event with this name. */
  public static TestEvents track(String id, String name) {
    var built = event(id, EventType.TRACK);
    built.json.put("event", name);
    return built;
  }

  /** Facts about a person. */
  public static TestEvents identify(String id) {
    return event(id, EventType.IDENTIFY);
  }

  /** When it happened, ISO-8601; it was received then too unless the test says otherwise. */
  public TestEvents at(String instant) {
    json.put("occurredAt", instant);
    return this;
  }

  /** When it was accepted, ISO-8601. */
  public TestEvents receivedAt(String instant) {
    json.put("receivedAt", instant);
    return this;
  }

  /** The user id. */
  public TestEvents user(String userId) {
    json.put("userId", userId);
    return this;
  }

  /** A text at the top. */
  public TestEvents with(String name, String value) {
    json.put(name, value);
    return this;
  }

  /** The anonymous id; without a user id it is whose event this is. */
  public TestEvents anonymous(String anonymousId) {
    json.put("anonymousId", anonymousId);
    return this;
  }

  /** A value under {@code properties}. */
  public TestEvents property(String name, String value) {
    json.withObjectProperty("properties").put(name, value);
    return this;
  }

  /** A number under {@code properties}. */
  public TestEvents property(String name, long value) {
    json.withObjectProperty("properties").put(name, value);
    return this;
  }

  /** A value under {@code traits}. */
  public TestEvents trait(String name, String value) {
    json.withObjectProperty("traits").put(name, value);
    return this;
  }

  /** A number under {@code traits}. */
  public TestEvents trait(String name, long value) {
    json.withObjectProperty("traits").put(name, value);
    return this;
  }

  /** Sent by a browser source of this name, with a public key. */
  public TestEvents browser(String source) {
    json.put("source", source).put("trust", Trust.BROWSER.word());
    return this;
  }

  /** The object so far, to add what has no method here. */
  public ObjectNode json() {
    return json;
  }

  /** The event; the builder can go on being used. */
  public Event build() {
    var copy = json.deepCopy();
    if (EventJson.profileOf(copy).isEmpty()) {
      copy.put("userId", "u-1");
    }
    return EventJson.of(copy);
  }
}
