package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a scorecard against what a case expects. Only what the case names is compared. */
final class Expectation {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Expectation() {}

  static List<String> differences(ObjectNode expect, Scorecard card, LivedStage lived) {
    var json = ScorecardJson.write("case", card);
    var differences = new ArrayList<String>();
    for (var property : expect.properties()) {
      var key = property.getKey();
      var found = found(key, json, card, lived, property.getValue());
      if (found.isEmpty()) {
        differences.add("expect has no key " + key);
      } else {
        compare(key, property.getValue(), found.get(), differences);
      }
    }
    return differences;
  }

  private static Optional<JsonNode> found(
      String key, JsonNode json, Scorecard card, LivedStage lived, JsonNode expected) {
    var qualifies = json.path("qualifies");
    return switch (key) {
      case "scores" -> Optional.of(eachScore(json, "points"));
      case "bands" -> Optional.of(eachScore(json, "band"));
      case "fit" -> Optional.of(json.path("fit").path("points"));
      case "grade" -> Optional.of(json.path("fit").path("grade"));
      case "enter", "exit", "missing", "excluded" -> Optional.of(qualifies.path(key));
      case "prospect" -> Optional.of(JSON.booleanNode(card.qualifies().prospect()));
      case "ready" -> Optional.of(JSON.booleanNode(card.qualifies().ready()));
      case "fast-track" -> Optional.of(signal(qualifies.path("fastTrack")));
      case "stage" -> Optional.of(JSON.textNode(lived.stage().word()));
      case "cycle" -> Optional.of(JSON.numberNode(lived.cycle()));
      case "history" -> Optional.of(stages(lived));
      case "interests", "segments" -> Optional.of(json.path(key));
      case "lead-source" -> Optional.of(json.path("leadSource"));
      case "latest-hit" -> Optional.of(json.path("latestHit"));
      case "next-change" -> Optional.of(json.path("nextChange"));
      case "lines" -> Optional.of(lines(json.path("scores"), expected));
      case "fit-lines" -> Optional.of(Lines.like(json.path("fit").path("lines"), expected));
      default -> Optional.empty();
    };
  }

  private static void compare(
      String what, JsonNode expected, JsonNode found, List<String> differences) {
    if (expected.isObject() && found.isObject()) {
      for (var property : expected.properties()) {
        var key = property.getKey();
        compare(what + "." + key, property.getValue(), found.path(key), differences);
      }
    } else if (!isSame(expected, found)) {
      differences.add(what + ": expected " + expected + " but found " + shown(found));
    }
  }

  private static boolean isSame(JsonNode expected, JsonNode found) {
    if (expected.isNumber() && found.isNumber()) {
      return expected.decimalValue().compareTo(found.decimalValue()) == 0;
    }
    if (expected.isNull() && found.isMissingNode()) {
      return true;
    }
    if (expected.isContainerNode() && expected.size() == found.size()) {
      return Lines.isSame(expected, found, Expectation::isSame);
    }
    return expected.equals(found);
  }

  private static String shown(JsonNode found) {
    return found.isMissingNode() ? "nothing" : found.toString();
  }

  private static ObjectNode eachScore(JsonNode json, String key) {
    var scores = JSON.objectNode();
    for (var score : json.path("scores").properties()) {
      Optional.ofNullable(score.getValue().get(key))
          .ifPresent(value -> scores.set(score.getKey(), value));
    }
    return scores;
  }

  private static JsonNode stages(LivedStage lived) {
    var stages = JSON.arrayNode();
    lived.history().forEach(entry -> stages.add(entry.to().word()));
    return stages;
  }

  private static JsonNode signal(JsonNode fastTrack) {
    return fastTrack.isObject() ? fastTrack.path("says") : JSON.nullNode();
  }

  /** The lines of all scores one after the other. */
  private static JsonNode lines(JsonNode scores, JsonNode expected) {
    var all = JSON.arrayNode();
    scores.forEach(score -> score.path("lines").forEach(all::add));
    return Lines.like(all, expected);
  }
}
