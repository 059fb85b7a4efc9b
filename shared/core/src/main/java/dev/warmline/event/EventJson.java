package dev.warmline.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** The canonical JSON of an event: the same in the log, in patterns, in test cases and in files. */
public final class EventJson {
  private EventJson() {}

  /**
   * Reads an event from its canonical text.
   *
   * @throws InvalidEvent if it is no JSON object or lacks what an event needs
   */
  public static Event parse(String text) {
    try {
      if (Json.read(text) instanceof ObjectNode object) {
        return of(object);
      }
      throw new InvalidEvent("an event is one JSON object");
    } catch (JsonProcessingException e) {
      throw new InvalidEvent("not JSON: " + e.getOriginalMessage());
    }
  }

  /**
   * Makes an event of a canonical object. Missing parts are derived where the rest allows it: the
   * profile from the ids, {@code receivedAt} from {@code occurredAt}, {@code trust} is server,
   * {@code source} is {@code import}. The object is taken over and completed, not copied.
   *
   * @throws InvalidEvent if id, type, occurredAt or every id of a person is missing or malformed
   */
  public static Event of(ObjectNode json) {
    var id = required(json, "id");
    var typeWord = required(json, "type");
    var type =
        EventType.parse(typeWord)
            .orElseThrow(() -> new InvalidEvent("event " + id + ": unknown type " + typeWord));
    var occurredAt = instant(json, "occurredAt");
    if (occurredAt.isEmpty()) {
      throw new InvalidEvent(
          "event " + id + ": occurredAt is missing or no instant such as 2026-03-01T09:30:00Z");
    }
    var receivedAt = instant(json, "receivedAt").orElse(occurredAt.get());
    var occurred = occurredAt.get().isAfter(receivedAt) ? receivedAt : occurredAt.get();
    var profile =
        text(json, "profile")
            .flatMap(Profile::parse)
            .or(() -> profileOf(json))
            .orElseThrow(
                () ->
                    new InvalidEvent(
                        "event "
                            + id
                            + ": names nobody; give it a userId, an e-mail address, a phone number"
                            + " or an anonymousId, as a text"));
    var trust = text(json, "trust").flatMap(Trust::parse).orElse(Trust.SERVER);
    var source = text(json, "source").orElse("import");
    json.put("occurredAt", format(occurred));
    json.put("receivedAt", format(receivedAt));
    json.put("profile", profile.toString());
    json.put("source", source);
    json.put("trust", trust.word());
    return new Event(id, type, occurred, receivedAt, profile, source, trust, json);
  }

  /** The canonical text of an event; {@code parse} of it gives an equal event. */
  public static String write(Event event) {
    return Json.write(event.json());
  }

  /**
   * The profile that the ids of an event name: its userId, else its e-mail address, else its phone
   * number, else its anonymousId.
   */
  public static Optional<Profile> profileOf(JsonNode json) {
    return userOf(json)
        .or(() -> emailOf(json))
        .or(() -> phoneOf(json))
        .or(() -> text(json, "anonymousId").flatMap(Profile::anonymous));
  }

  /** The profiles of the e-mail address and the phone number that an event carries. */
  public static Stream<Profile> addressesOf(JsonNode json) {
    return Stream.concat(emailOf(json).stream(), phoneOf(json).stream());
  }

  /** The profile of its userId; a userId that is the anonymousId too is nobody's. */
  public static Optional<Profile> userOf(JsonNode json) {
    var user = text(json, "userId").flatMap(Profile::user);
    var device = text(json, "anonymousId").map(String::strip);
    return user.filter(it -> !device.equals(Optional.of(it.id())));
  }

  /**
   * The profile of the e-mail address an event carries about its person: {@code traits.email},
   * {@code context.traits.email} or {@code email}. What a visit carries in its traits may be of
   * whoever was there before, and what a group call carries is the company's.
   */
  public static Optional<Profile> emailOf(JsonNode json) {
    return said(json, "email").flatMap(it -> Profile.email(it).stream()).findFirst();
  }

  /** The same of a phone number. */
  public static Optional<Profile> phoneOf(JsonNode json) {
    return said(json, "phone").flatMap(it -> Profile.phone(it).stream()).findFirst();
  }

  private static Stream<String> said(JsonNode json, String trait) {
    var places =
        switch (EventType.parse(text(json, "type").orElse("")).orElse(EventType.IDENTIFY)) {
          case GROUP -> Stream.<JsonNode>empty();
          case PAGE, SCREEN, TRACK -> Stream.of(json);
          case IDENTIFY, ALIAS, IMPORT, EMAIL, ADJUSTMENT, OUTCOME, CONSENT, VERDICT ->
              Stream.of(json.path("traits"), json.path("context").path("traits"), json);
        };
    return places.flatMap(place -> text(place, trait).stream());
  }

  /** An instant as events carry it: UTC, with milliseconds only where they are not zero. */
  public static String format(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Reads an ISO-8601 instant with any offset, cut to milliseconds; empty if it is none. */
  public static Optional<Instant> parseInstant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A new empty object for building events. */
  public static ObjectNode newObject() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Optional<Instant> instant(JsonNode json, String key) {
    return text(json, key).flatMap(EventJson::parseInstant);
  }

  private static String required(JsonNode json, String key) {
    return text(json, key)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new InvalidEvent("an event needs a text \"" + key + "\""));
  }

  private static Optional<String> text(JsonNode json, String key) {
    var node = json.get(key);
    return node != null && node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }
}
