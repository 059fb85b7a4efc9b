package dev.warmline.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.rule.Model;
import java.util.List;
import java.util.Optional;

/** Finds the segments of a lead. */
final class Segmentation {
  private Segmentation() {}

  /** The ids of the segments that match, in the order of the model. */
  static List<String> of(
      Model model,
      ObjectNode traits,
      List<String> interests,
      Scorecard.LeadSource source,
      Optional<String> grade) {
    if (model.segments().isEmpty()) {
      return List.of();
    }
    var document = EventJson.newObject();
    document.set("traits", traits);
    var topics = document.putArray("interests");
    interests.forEach(topics::add);
    grade.ifPresent(name -> document.put("grade", name));
    addSource(document, source);
    return model.matchingSegments(document);
  }

  /** Whether any segment may look at a key of that document. */
  static boolean looksAt(Model model, String key) {
    return model.segments().stream()
        .map(segment -> segment.when().json())
        .anyMatch(when -> when.has(key) || when.has("$or") || Json.write(when).contains(key + "."));
  }

  /**
   * Both as texts (either touch) and as {@code first} and {@code last}: patterns use which suits.
   */
  private static void addSource(ObjectNode document, Scorecard.LeadSource source) {
    if (source.first().isEmpty()) {
      return;
    }
    var touches = document.putArray("leadSource");
    source.first().ifPresent(touches::add);
    source.last().ifPresent(touches::add);
    var named = touches.addObject();
    source.first().ifPresent(channel -> named.put("first", channel));
    source.last().ifPresent(channel -> named.put("last", channel));
  }
}
