package dev.warmline.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** The acts, each with the fields one of which it needs; empty if it needs none. */
  private static final Map<String, List<String>> ACTS =
      Map.ofEntries(
          Map.entry("accepted", List.of()),
          Map.entry("qualified", List.of()),
          Map.entry("won", List.of()),
          Map.entry("released", List.of()),
          Map.entry("dropped", List.of()),
          Map.entry("contacted", List.of()),
          Map.entry("undone", List.of()),
          Map.entry("returned", List.of("reason")),
          Map.entry("lost", List.of("reason")),
          Map.entry("disqualified", List.of("reason")),
          Map.entry("reopened", List.of("why")),
          Map.entry("handed-over", List.of("why")),
          Map.entry("assigned", List.of("owner", "queue")),
          Map.entry("introduced", List.of("text")),
          Map.entry("noted", List.of("text")),
          Map.entry("answered", List.of("answer")));

  /** What marketing may answer. */
  private static final List<String> ANSWERS = List.of("mended", "nurture", "rule");

  /** The longest names, and the longest of what people write. */
  private static final int NAME = 100;

  private static final int WRITTEN = 2_000;

  private static final Map<String, Integer> TEXTS =
      Map.ofEntries(
          Map.entry("reason", NAME),
          Map.entry("why", WRITTEN),
          Map.entry("by", NAME),
          Map.entry("note", WRITTEN),
          Map.entry("text", WRITTEN),
          Map.entry("actId", NAME),
          Map.entry("owner", NAME),
          Map.entry("queue", NAME),
          Map.entry("how", NAME),
          Map.entry("until", NAME),
          Map.entry("answer", NAME),
          Map.entry("opportunity", NAME),
          Map.entry("currency", NAME));

  /** What follows from who does it, and how. */
  private static final Set<String> GIVEN = Set.of("by", "actId");

  private OutcomeFields() {}

  /** The names of the acts that people and feeds do. */
  public static List<String> acts() {
    return ACTS.keySet().stream().sorted().toList();
  }

  /** The fields by which people say what they do. */
  public static List<String> names() {
    return Stream.concat(
            TEXTS.keySet().stream().filter(name -> !GIVEN.contains(name)),
            Stream.of("act", "bant", "cycle", "value"))
        .sorted()
        .toList();
  }

  /** What is wrong with an outcome, in words; empty if nothing is. */
  public static Optional<String> problem(JsonNode json) {
    return TEXTS.keySet().stream()
        .sorted()
        .flatMap(name -> ofText(json, name).stream())
        .findFirst()
        .or(() -> ofRest(json))
        .or(() -> json.has("act") ? ofAct(json) : ofStage(json));
  }

  private static Optional<String> ofText(JsonNode json, String name) {
    var longest = TEXTS.getOrDefault(name, NAME);
    return json.has(name) && !isText(json, name, longest)
        ? Optional.of("\"" + name + "\": a text of 1 to " + longest + " characters")
        : Optional.empty();
  }

  private static Optional<String> ofRest(JsonNode json) {
    if (json.has("cycle") && !json.path("cycle").canConvertToInt()) {
      return Optional.of("\"cycle\": a whole number");
    }
    var until = json.path("until").asText();
    if (json.has("until") && date(until).isEmpty() && EventJson.parseInstant(until).isEmpty()) {
      return Optional.of("\"until\": a day such as 2026-04-01, or an instant");
    }
    if (json.has("answer") && !ANSWERS.contains(json.path("answer").asText())) {
      return Optional.of("an \"answer\" that is one of " + String.join(", ", ANSWERS));
    }
    return json.has("bant") ? Bant.problem(json.path("bant")) : Optional.empty();
  }

  /** The day in a text such as 2026-04-01; empty if there is none. */
  public static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> ofAct(JsonNode json) {
    var needed = ACTS.get(json.path("act").asText());
    if (needed == null) {
      return Optional.of("an \"act\" that is one of " + String.join(", ", acts()));
    }
    return needed.isEmpty() || needed.stream().anyMatch(json::has)
        ? Optional.empty()
        : Optional.of("a text \"" + String.join("\" or \"", needed) + "\"");
  }

  private static Optional<String> ofStage(JsonNode json) {
    return ACT_OF_STAGE.containsKey(json.path("stage").asText())
        ? Optional.empty()
        : Optional.of(
            "an \"act\", or a \"stage\" that is one of "
                + String.join(", ", ACT_OF_STAGE.keySet().stream().sorted().toList()));
  }

  private static boolean isText(JsonNode json, String name, int longest) {
    var text = json.path(name);
    return text.isTextual() && !text.textValue().isBlank() && text.textValue().length() <= longest;
  }
}
