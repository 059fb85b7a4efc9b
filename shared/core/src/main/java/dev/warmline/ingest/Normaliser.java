package dev.warmline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the canonical event of what a client sent. Pure: the same arguments, the same event. */
public final class Normaliser {
  private static final List<String> PEOPLE = List.of("userId", "anonymousId", "previousId");
  private static final List<String> OTHERS = List.of("groupId", "email", "phone");
  private static final List<String> TIMESTAMPS = List.of("timestamp", "originalTimestamp");

  private Normaliser() {}

  /**
   * The event as the log keeps it.
   *
   * @param sent what the client sent; it is not changed
   * @param before how long before its arrival it counts if it has no timestamp: so events of one
   *     batch keep their order
   * @throws InvalidEvent saying which field is wrong and what it must be
   */
  public static Event event(ObjectNode sent, Admitted admitted, Duration before) {
    var type = type(sent, admitted);
    var timestamp = timestamp(sent);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", MessageIds.of(sent, type, timestamp.isPresent(), admitted));
    json.put("type", type.word());
    putText(json, sent, "event");
    putText(json, sent, "name");
    putTimes(json, timestamp, sent, admitted, before);
    putIds(json, sent);
    json.put("source", admitted.source().name());
    json.put("trust", admitted.source().trust().word());
    if (admitted.source().backfill()) {
      json.put("backfill", true);
    }
    robot(sent, admitted)
        .ifPresent(r -> json.putObject("verdict").put("bot", true).put("reason", r));
    putObjects(json, sent, type, admitted);
    OtherKeys.copy(sent, json);
    RequiredFields.check(type, json);
    return named(json);
  }

  private static Event named(ObjectNode json) {
    if (EventJson.profileOf(json).isEmpty()) {
      throw new InvalidEvent("the event names nobody: send a userId or an anonymousId");
    }
    return EventJson.of(json);
  }

  private static EventType type(ObjectNode sent, Admitted admitted) {
    var type =
        admitted
            .request()
            .type()
            .or(() -> SentFields.text(sent, "type", Budget.NAME_CHARS).flatMap(Normaliser::typeOf))
            .orElseThrow(
                () -> new InvalidEvent("type must be one of track, page, screen, identify, ..."));
    if (type.needsServerTrust() && admitted.source().trust() == Trust.BROWSER) {
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
      var text = SentFields.text(sent, key, Budget.NAME_CHARS).filter(value -> !value.isBlank());
      if (text.isPresent()) {
        return Optional.of(
            Timestamps.parse(text.get())
                .orElseThrow(() -> new InvalidEvent(key + " must be an ISO-8601 instant")));
      }
    }
    return Optional.empty();
  }

  private static void putTimes(
      ObjectNode json,
      Optional<Instant> timestamp,
      ObjectNode sent,
      Admitted admitted,
      Duration before) {
    var sentAt = instant(admitted.envelope(), "sentAt").or(() -> instant(sent, "sentAt"));
    var receivedAt = admitted.receivedAt();
    var occurredAt =
        timestamp.isPresent()
            ? Timestamps.occurredAt(receivedAt, timestamp, sentAt)
            : receivedAt.minus(before);
    json.put("occurredAt", EventJson.format(occurredAt));
    json.put("receivedAt", EventJson.format(receivedAt));
  }

  private static Optional<Instant> instant(JsonNode json, String key) {
    var node = json.path(key);
    return node.isValueNode() ? Timestamps.parse(SentFields.written(node)) : Optional.empty();
  }

  private static void putIds(ObjectNode json, ObjectNode sent) {
    json.putNull("profile");
    for (var key : PEOPLE) {
      SentFields.id(sent, key, Budget.ID_CHARS).ifPresent(id -> json.put(key, id));
    }
    if (json.path("userId").equals(json.path("anonymousId"))) {
      json.remove("userId");
    }
    for (var key : OTHERS) {
      SentFields.id(sent, key, Budget.ID_CHARS).ifPresent(id -> json.put(key, id));
    }
  }

  private static void putText(ObjectNode json, ObjectNode sent, String key) {
    SentFields.text(sent, key, Budget.NAME_CHARS).ifPresent(text -> json.put(key, text));
  }

  private static void putObjects(
      ObjectNode json, ObjectNode sent, EventType type, Admitted admitted) {
    var context =
        SentFields.merged(admitted.envelope().path("context"), SentFields.object(sent, "context"));
    var traits = SentFields.object(sent, "traits");
    put(json, "properties", SentFields.object(sent, "properties"));
    put(
        json,
        "traits",
        type == EventType.IDENTIFY ? SentFields.merged(context.path("traits"), traits) : traits);
    put(json, "context", context);
    put(
        json,
        "integrations",
        SentFields.merged(admitted.envelope().path("integrations"), sent.path("integrations")));
    EventJson.emailOf(json)
        .filter(email -> email.id().length() > Budget.ID_CHARS)
        .ifPresent(
            _ -> {
              throw new InvalidEvent("the email is over " + Budget.ID_CHARS + " characters");
            });
  }

  private static void put(ObjectNode json, String key, ObjectNode object) {
    if (!object.isEmpty()) {
      json.set(key, object);
    }
  }

  private static Optional<String> robot(ObjectNode sent, Admitted admitted) {
    var caller = admitted.request().caller();
    if (caller.robot().isPresent()) {
      return caller.robot();
    }
    return switch (admitted.request().channel()) {
      case PIXEL -> caller.agent().flatMap(Robots::judgeImageLoader);
      case FORM -> caller.agent().flatMap(Robots::judge);
      case POSTED ->
          switch (admitted.source().trust()) {
            case BROWSER -> caller.agent().flatMap(Robots::judge);
            case SERVER -> Robots.judge(contextAgent(sent, admitted));
          };
    };
  }

  private static String contextAgent(ObjectNode sent, Admitted admitted) {
    var own = sent.path("context").path("userAgent");
    var agent = own.isMissingNode() ? admitted.envelope().path("context").path("userAgent") : own;
    return agent.asText("");
  }
}
