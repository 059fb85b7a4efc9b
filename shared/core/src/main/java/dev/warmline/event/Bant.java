package dev.warmline.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What sales knows of budget, authority, need and timeline: asked when a lead is qualified, never
 * demanded.
 */
public final class Bant {
  /** The four questions. */
  public static final List<String> QUESTIONS = List.of("budget", "authority", "need", "timeline");

  /** What may be answered. */
  public static final List<String> ANSWERS = List.of("yes", "no", "unknown");

  private static final Set<String> FIELDS = Set.of("answer", "text");
  private static final int LONGEST = 500;

  private Bant() {}

  /** What is wrong with the answers, in words; empty if nothing is. */
  static Optional<String> problem(JsonNode json) {
    var isWhole =
        json.isObject()
            && json.propertyStream()
                .allMatch(
                    entry -> QUESTIONS.contains(entry.getKey()) && isAnswer(entry.getValue()));
    return isWhole
        ? Optional.empty()
        : Optional.of(
            "\"bant\": of "
                + String.join(", ", QUESTIONS)
                + " each an \"answer\" that is one of "
                + String.join(", ", ANSWERS)
                + ", with a \"text\" of at most "
                + LONGEST
                + " characters");
  }

  private static boolean isAnswer(JsonNode json) {
    var text = json.path("text");
    return json.isObject()
        && json.propertyStream().allMatch(entry -> FIELDS.contains(entry.getKey()))
        && ANSWERS.contains(json.path("answer").asText())
        && (text.isMissingNode() || (text.isTextual() && text.textValue().length() <= LONGEST));
  }
}
