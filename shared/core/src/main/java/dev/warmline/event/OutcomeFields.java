package dev.warmline.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an outcome event must say: an act with its fields, or the stage that it led to. */
public final class OutcomeFields {
  /** The stages that an outcome may name, each with the act that it stands for. */
  public static final Map<String, String> ACT_OF_STAGE =
      Map.of(
          "SAL", "accepted",
          "SQL", "qualified",
          "Customer", "won",
          "Recycled", "returned",
          "Disqualified", "disqualified");

  /** The acts, each with the field that it needs; empty if it needs none. */
  private static final Map<String, String> ACTS =
      Map.of(
          "accepted", "",
          "qualified", "",
          "won", "",
          "released", "",
          "dropped", "",
          "returned", "reason",
          "lost", "reason",
          "disqualified", "reason",
          "reopened", "why",
          "handed-over", "why");

  private static final Set<String> TEXTS =
      Set.of("reason", "why", "by", "note", "actId", "opportunity", "currency");

  private OutcomeFields() {}

  /** What is wrong with an outcome, in words; empty if nothing is. */
  public static Optional<String> problem(JsonNode json) {
    for (var name : TEXTS) {
      if (json.has(name) && !isText(json, name)) {
        return Optional.of("\"" + name + "\": a text");
      }
    }
    if (json.has("cycle") && !json.path("cycle").canConvertToInt()) {
      return Optional.of("\"cycle\": a whole number");
    }
    return json.has("act") ? ofAct(json) : ofStage(json);
  }

  private static Optional<String> ofAct(JsonNode json) {
    var needed = ACTS.get(json.path("act").asText());
    if (needed == null) {
      return Optional.of(
          "an \"act\" that is one of "
              + String.join(", ", ACTS.keySet().stream().sorted().toList()));
    }
    return needed.isEmpty() || isText(json, needed)
        ? Optional.empty()
        : Optional.of("a text \"" + needed + "\"");
  }

  private static Optional<String> ofStage(JsonNode json) {
    return ACT_OF_STAGE.containsKey(json.path("stage").asText())
        ? Optional.empty()
        : Optional.of(
            "an \"act\", or a \"stage\" that is one of "
                + String.join(", ", ACT_OF_STAGE.keySet().stream().sorted().toList()));
  }

  private static boolean isText(JsonNode json, String name) {
    return json.path(name).isTextual() && !json.path(name).textValue().isBlank();
  }
}
