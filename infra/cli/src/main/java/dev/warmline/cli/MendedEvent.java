package dev.warmline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.warmline.event.Json;
import dev.warmline.event.ParkedEvent;
import java.util.Map;

/** A parked event with other values in it, under the id that it has whatever is mended in it. */
final class MendedEvent {
  private static final String MESSAGE_ID = "messageId";
  private static final JsonMapper WHOLE =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private MendedEvent() {}

  /**
   * The event with these values; as it is where there are none, or where it is no JSON object.
   *
   * @param values by their places, with dots between the keys; JSON, or else a text
   */
  static ParkedEvent of(ParkedEvent parked, Map<String, String> values) {
    return !values.isEmpty() && json(parked.raw()) instanceof ObjectNode json
        ? new ParkedEvent(
            parked.source(), parked.reason(), parked.at(), mended(json, parked, values))
        : parked;
  }

  private static String mended(ObjectNode json, ParkedEvent parked, Map<String, String> values) {
    if (!json.path(MESSAGE_ID).isTextual() && !isCanonical(json)) {
      json.put(MESSAGE_ID, "p-" + parked.digest());
    }
    values.forEach((place, value) -> set(json, place, json(value)));
    return Json.write(json);
  }

  /** Without a message id an event is named after its content, which must not change its name. */
  private static boolean isCanonical(ObjectNode json) {
    return json.has("id") && json.has("profile");
  }

  private static void set(ObjectNode json, String place, JsonNode value) {
    var dot = place.indexOf('.');
    if (dot < 0) {
      json.set(place, value);
    } else {
      var key = place.substring(0, dot);
      var inner = json.get(key) instanceof ObjectNode object ? object : json.putObject(key);
      set(inner, place.substring(dot + 1), value);
    }
  }

  private static JsonNode json(String text) {
    try {
      var json = WHOLE.readTree(text);
      return json.isMissingNode() ? TextNode.valueOf(text) : json;
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
