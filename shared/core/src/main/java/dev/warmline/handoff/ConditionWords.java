package dev.warmline.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Json;
import dev.warmline.rule.Condition;
import dev.warmline.rule.Pattern;
import dev.warmline.score.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A condition of the model as people say it. */
final class ConditionWords {
  private ConditionWords() {}

  /** {@code engagement is at least 60 and the fit is B or better}. */
  static String of(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> joined(parts, " and ");
      case Condition.Any(var parts) -> joined(parts, " or ");
      case Condition.Not(var part) -> "not (" + of(part) + ")";
      case Condition.ScoreAtLeast(var score, var points) -> score + atLeast(points);
      case Condition.ScoreBelow(var score, var points) -> score + below(points);
      case Condition.SumAtLeast(var scores, var points) ->
          String.join(" + ", scores) + atLeast(points);
      case Condition.SumBelow(var scores, var points) -> String.join(" + ", scores) + below(points);
      case Condition.GradeAtLeast(var grade) -> "the fit is " + grade + " or better";
      case Condition.TraitsMatch(var pattern) -> of(pattern);
    };
  }

  /** {@code emailDomain: ourcompany.example, competitor.example}. */
  static String of(Pattern pattern) {
    var fields = new ArrayList<String>();
    var traits = pattern.json().path("traits");
    traits
        .properties()
        .forEach(field -> fields.add(field.getKey() + ": " + values(field.getValue())));
    return fields.isEmpty() ? Json.write(pattern.json()) : String.join(" and ", fields);
  }

  private static String values(JsonNode values) {
    if (!values.isArray()) {
      return Json.write(values);
    }
    return values
        .valueStream()
        .map(value -> value.isValueNode() ? value.asText() : Json.write(value))
        .collect(Collectors.joining(", "));
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream()
        .map(part -> parts.size() > 1 && isJoined(part) ? "(" + of(part) + ")" : of(part))
        .collect(Collectors.joining(word));
  }

  private static boolean isJoined(Condition part) {
    return part instanceof Condition.All || part instanceof Condition.Any;
  }

  private static String atLeast(long milliPoints) {
    return " is at least " + Points.ofMilli(milliPoints);
  }

  private static String below(long milliPoints) {
    return " is below " + Points.ofMilli(milliPoints);
  }
}
