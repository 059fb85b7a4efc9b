package dev.warmline.local;

import com.fasterxml.jackson.databind.JsonNode;

/** A lead in a few lines of text. */
final class DemoReport {
  private DemoReport() {}

  /** Stage, scores with their reasons, and grade. */
  static String of(JsonNode lead) {
    var text = new StringBuilder();
    var scorecard = lead.path("scorecard");
    text.append("  ").append(lead.path("stage").asText("nobody yet"));
    scorecard
        .path("scores")
        .properties()
        .forEach(score -> score(text, score.getKey(), score.getValue()));
    var fit = scorecard.path("fit");
    if (fit.isObject()) {
      score(text, "fit", fit);
      text.append(" = grade ").append(fit.path("grade").asText());
    }
    return text.append('\n').toString();
  }

  private static void score(StringBuilder text, String name, JsonNode score) {
    text.append("\n  ").append(name).append(' ').append(score.path("points").asText());
    for (var line : score.path("lines")) {
      text.append("\n    ").append(points(line)).append("  ").append(what(line));
    }
  }

  private static String points(JsonNode line) {
    var points = line.path("points").asText();
    return "%7s".formatted(points.startsWith("-") ? points : "+" + points);
  }

  private static String what(JsonNode line) {
    var hits = line.path("hits").asInt();
    var times = hits > 1 ? " (" + hits + " times)" : "";
    if (line.hasNonNull("clamp")) {
      return "limit of the model (" + line.path("clamp").asText() + ")";
    }
    for (var key : new String[] {"says", "note", "rule", "adjustment"}) {
      if (line.hasNonNull(key)) {
        return line.path(key).asText() + times;
      }
    }
    return "";
  }
}
