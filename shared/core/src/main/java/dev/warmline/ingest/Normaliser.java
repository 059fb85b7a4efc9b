package dev.warmline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the canonical event of what a client sent. Pure: the same arguments, the same event. */
public final class Normaliser {
  private static final List<String> PEOPLE = List.of("userId", "anonymousId", "previousId");
  private static final List<String> TIMESTAMPS = List.of("timestamp", "originalTimestamp");

  private Normaliser() {}

  /**
   * The event as the log keeps it.
   *
   * @param sent what the client sent; it is not changed
   * @throws InvalidEvent saying which field is wrong and what it must be
   */
  public static Event event(ObjectNode sent, Arrival arrival) {
    var type = type(sent, arrival);
    var timestamp = timestamp(sent);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", MessageIds.of(sent, type, timestamp.isPresent(), arrival));
    json.put("type", type.word());
    putText(json, sent, "event");
    putText(json, sent, "name");
    putTimes(json, timestamp, sent, arrival);
    putIds(json, sent);
    json.put("source", arrival.source().name());
    json.put("trust", arrival.source().trust().word());
    robot(sent, arrival)
        .ifPresent(r -> json.putObject("verdict").put("bot", true).put("reason", r));
    putObjects(json, sent, type, arrival);
    OtherKeys.copy(sent, json);
    Decisions.check(type, json);
    return named(json);
  }

  private static Event named(ObjectNode json) {
    if (EventJson.profileOf(json).isEmpty()) {
      throw new InvalidEvent("the event names nobody: send a userId or an anonymousId");
    }
    return EventJson.of(json);
  }

  private static EventType type(ObjectNode sent, Arrival arrival) {
    var type =
        arrival
            .type()
            .or(() -> Fields.text(sent, "type", Limits.NAME_CHARS).flatMap(Normaliser::typeOf))
            .orElseThrow(
                () -> new InvalidEvent("type must be one of track, page, screen, identify, ..."));
    if (type.needsServerTrust() && arrival.source().trust() == Trust.BROWSER) {
      throw new InvalidEvent(
          "type " + type.word() + " is only taken from a server source: use a secret write key");
    }
    return type;
  }

  private static Optional<EventType> typeOf(String word) {
    return EventType.parse(word.strip().toLowerCase(Locale.ROOT));
  }

  private static Optional<Instant> timestamp(ObjectNode sent) {
    for (var key : TIMESTAMPS) {
      var text = Fields.text(sent, key, Limits.NAME_CHARS).filter(value -> !value.isBlank());
      if (text.isPresent()) {
        return Optional.of(
            Timestamps.parse(text.get())
                .orElseThrow(() -> new InvalidEvent(key + " must be an ISO-8601 instant")));
      }
    }
    return Optional.empty();
  }

  private static void putTimes(
      ObjectNode json, Optional<Instant> timestamp, ObjectNode sent, Arrival arrival) {
    var sentAt = instant(arrival.envelope(), "sentAt").or(() -> instant(sent, "sentAt"));
    var occurredAt = Timestamps.occurredAt(arrival.receivedAt(), timestamp, sentAt);
    json.put("occurredAt", EventJson.format(occurredAt));
    json.put("receivedAt", EventJson.format(arrival.receivedAt()));
  }

  private static Optional<Instant> instant(JsonNode json, String key) {
    var node = json.path(key);
    return node.isValueNode() ? Timestamps.parse(node.asText()) : Optional.empty();
  }

  private static void putIds(ObjectNode json, ObjectNode sent) {
    json.putNull("profile");
    for (var key : PEOPLE) {
      Fields.id(sent, key, Limits.ID_CHARS).ifPresent(id -> json.put(key, id));
    }
    Fields.id(sent, "groupId", Limits.ID_CHARS).ifPresent(id -> json.put("groupId", id));
    Fields.id(sent, "email", Limits.ID_CHARS).ifPresent(email -> json.put("email", email));
  }

  private static void putText(ObjectNode json, ObjectNode sent, String key) {
    Fields.text(sent, key, Limits.NAME_CHARS).ifPresent(text -> json.put(key, text));
  }

  private static void putObjects(
      ObjectNode json, ObjectNode sent, EventType type, Arrival arrival) {
    var context = Fields.merged(arrival.envelope().path("context"), Fields.object(sent, "context"));
    var traits = Fields.object(sent, "traits");
    put(json, "properties", Fields.object(sent, "properties"));
    put(
        json,
        "traits",
        type == EventType.IDENTIFY ? Fields.merged(context.path("traits"), traits) : traits);
    put(json, "context", context);
    put(
        json,
        "integrations",
        Fields.merged(arrival.envelope().path("integrations"), sent.path("integrations")));
    EventJson.emailOf(json)
        .filter(email -> email.id().length() > Limits.ID_CHARS)
        .ifPresent(
            _ -> {
              throw new InvalidEvent("the email is over " + Limits.ID_CHARS + " characters");
            });
  }

  private static void put(ObjectNode json, String key, ObjectNode object) {
    if (!object.isEmpty()) {
      json.set(key, object);
    }
  }

  private static Optional<String> robot(ObjectNode sent, Arrival arrival) {
    return switch (arrival.channel()) {
      case PIXEL -> arrival.agent().flatMap(Robots::judgeImageLoader);
      case POSTED ->
          switch (arrival.source().trust()) {
            case BROWSER -> arrival.agent().flatMap(Robots::judge);
            case SERVER -> Robots.judge(contextAgent(sent, arrival));
          };
    };
  }

  private static String contextAgent(ObjectNode sent, Arrival arrival) {
    var own = sent.path("context").path("userAgent");
    var agent = own.isMissingNode() ? arrival.envelope().path("context").path("userAgent") : own;
    return agent.asText("");
  }
}
