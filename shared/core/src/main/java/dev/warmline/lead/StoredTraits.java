package dev.warmline.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.rule.MailChoice;
import java.util.List;

/** The traits kept on a lead: those that people read come first, and all of them are bounded. */
final class StoredTraits {
  private static final int MAX_CHARACTERS = 16_384;
  private static final List<String> FIRST =
      List.of(
          "email",
          "phone",
          "name",
          "firstName",
          "lastName",
          "company",
          "role",
          "title",
          "industry",
          "country",
          "employees",
          "emailDomain",
          MailChoice.TRAIT);

  private StoredTraits() {}

  static ObjectNode bounded(ObjectNode traits) {
    var kept = EventJson.newObject();
    var left = MAX_CHARACTERS;
    for (var key : FIRST) {
      left -= keep(traits.get(key), key, kept, left);
    }
    for (var trait : traits.properties()) {
      if (!kept.has(trait.getKey())) {
        left -= keep(trait.getValue(), trait.getKey(), kept, left);
      }
    }
    return kept;
  }

  private static int keep(
      @org.jspecify.annotations.Nullable JsonNode value, String key, ObjectNode kept, int left) {
    if (value == null) {
      return 0;
    }
    var size = key.length() + Json.write(value).length();
    if (size > left) {
      return 0;
    }
    kept.set(key, value);
    return size;
  }
}
