package dev.warmline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.util.Set;

/** The keys that the product gives no meaning, and those that only some types of event have. */
final class OtherKeys {
  private static final Set<String> TAKEN_CARE_OF =
      Set.of(
          ("id messageId type event name timestamp originalTimestamp sentAt occurredAt"
                  + " receivedAt profile userId anonymousId previousId groupId email phone source"
                  + " trust backfill verdict properties traits context integrations writeKey batch"
                  + " _metadata")
              .split(" "));
  private static final Set<String> OF_DECISIONS =
      Set.of(
          ("score points author note stage reason by value currency opportunity granted"
                  + " about bot")
              .split(" "));

  private OtherKeys() {}

  /** Copies what belongs to decisions, and of the unknown keys the first small ones. */
  static void copy(ObjectNode sent, ObjectNode json) {
    var unknown = 0;
    for (var entry : sent.properties()) {
      var key = entry.getKey();
      if (TAKEN_CARE_OF.contains(key) || entry.getValue().isNull()) {
        continue;
      }
      if (OF_DECISIONS.contains(key)) {
        json.set(key, entry.getValue());
      } else if (unknown < Budget.UNKNOWN_KEYS && isSmall(entry.getValue())) {
        json.set(key, entry.getValue());
        unknown++;
      }
    }
  }

  private static boolean isSmall(JsonNode value) {
    return value.isContainerNode()
        ? Json.write(value).length() <= Budget.UNKNOWN_CHARS
        : value.asText().length() <= Budget.UNKNOWN_CHARS;
  }
}
