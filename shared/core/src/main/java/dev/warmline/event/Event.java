package dev.warmline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that happened, as the log keeps it and as rules see it.
 *
 * <p>The parts that the product itself works with are typed; everything else stays in {@link
 * #json()}, the canonical object that patterns match, test cases contain and the command line
 * reads. The tree belongs to the event: nobody changes it after construction.
 *
 * @param id the message id, at most 100 characters: it counts once within a lead; with {@code
 *     profile} and {@code trust} it names the event ({@link #name()})
 * @param occurredAt when it happened, UTC, milliseconds; never after {@code receivedAt}
 * @param receivedAt when it was accepted, UTC, milliseconds
 * @param profile whose event it is
 * @param source the name of the source (never its write key)
 * @param json the whole event as one JSON object
 */
public record Event(
    String id,
    EventType type,
    Instant occurredAt,
    Instant receivedAt,
    Profile profile,
    String source,
    Trust trust,
    ObjectNode json) {

  /**
   * The order of events everywhere: by time, then id, then profile and trust where two share both.
   */
  public static final Comparator<Event> ORDER =
      Comparator.comparing(Event::occurredAt)
          .thenComparing(Event::id)
          .thenComparing(event -> event.profile().toString())
          .thenComparing(Event::trust);

  /** The source of what people do in the product itself; no other source can have this name. */
  public static final String DESK = "warmline:desk";

  /** The longest message id. */
  public static final int MAX_ID_LENGTH = 100;

  /** How an id begins that is made of what was sent, where that does not say when it happened. */
  public static final String UNDATED = "~";

  public Event {
    if (occurredAt.isAfter(receivedAt)) {
      throw new IllegalArgumentException("event " + id + " occurred after it was received");
    }
  }

  /** The text at a top-level key, or empty if it is absent or no text. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(json.get(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** The object at a top-level key such as {@code properties}; an empty object if there is none. */
  public JsonNode object(String key) {
    var node = json.get(key);
    return node != null && node.isObject() ? node : json.objectNode();
  }

  /**
   * Whether its source may say such a thing. What a browser must not say is parked where it
   * arrives, and means nothing in a file either.
   */
  public boolean isAuthorised() {
    return trust == Trust.SERVER || !type.needsServerTrust();
  }

  /** The same event, of an equal profile: events that are held in great numbers share it. */
  public Event with(Profile shared) {
    return new Event(id, type, occurredAt, receivedAt, shared, source, trust, json);
  }

  /**
   * What names this event among those of its profile and trust: its id. Who has a device changes,
   * so what a device says twice without an id or an instant may be of two people: there the instant
   * of its arrival is part of the name, and the id says what counts once for each of them.
   */
  public String name() {
    return id.startsWith(UNDATED) && profile.kind() == Profile.Kind.ANONYMOUS
        ? id + "\n" + occurredAt
        : id;
  }

  /** What names this event in the log: first write wins for each of these. */
  public EventKey key() {
    return new EventKey(profile.key(), trust, Digest.of(name()));
  }
}
