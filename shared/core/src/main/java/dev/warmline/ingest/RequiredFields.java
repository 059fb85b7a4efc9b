package dev.warmline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventType;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.OutcomeFields;
import java.math.BigDecimal;

/** What each type of event must say besides whose it is and when. */
final class RequiredFields {
  private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000);

  private RequiredFields() {}

  /**
   * Checks the fields that scoring relies on.
   *
   * @throws InvalidEvent naming the field and what it must be
   */
  static void check(EventType type, ObjectNode json) {
    switch (type) {
      case TRACK, EMAIL ->
          needs(!json.path("event").asText("").isBlank(), type, "a text \"event\"");
      case ADJUSTMENT -> {
        needs(isText(json, "score"), type, "a text \"score\"");
        needs(arePoints(json.path("points")), type, "\"points\": a number, at most three decimals");
      }
      case OUTCOME -> OutcomeFields.problem(json).ifPresent(what -> needs(false, type, what));
      case CONSENT -> needs(json.path("granted").isBoolean(), type, "\"granted\": true or false");
      case VERDICT -> {
        needs(isText(json, "about"), type, "\"about\": the id of an event");
        needs(json.path("bot").isBoolean(), type, "\"bot\": true or false");
      }
      case PAGE, SCREEN, IDENTIFY, GROUP, ALIAS, IMPORT -> {}
    }
  }

  private static void needs(boolean holds, EventType type, String what) {
    if (!holds) {
      throw new InvalidEvent("type " + type.word() + " needs " + what);
    }
  }

  private static boolean isText(ObjectNode json, String key) {
    return json.path(key).isTextual() && !json.path(key).textValue().isBlank();
  }

  private static boolean arePoints(JsonNode node) {
    if (!node.isNumber()) {
      return false;
    }
    var points = node.decimalValue();
    return points.abs().compareTo(MOST_POINTS) <= 0 && points.stripTrailingZeros().scale() <= 3;
  }
}
