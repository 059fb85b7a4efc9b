package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.event.ruler.GenericMachine;

/** An Event Ruler machine that holds one {@linkplain MatchKind kind} of matches for each field. */
final class MatchMachine {
  private final GenericMachine<Integer> machine = GenericMachine.<Integer>builder().build();
  private final Map<String, Set<MatchKind>> kinds = new HashMap<>();

  /** Whether a pattern of these kinds can be added without confusing the machine. */
  boolean takes(PatternKinds pattern) {
    return pattern.byPath().entrySet().stream()
        .allMatch(
            field -> kinds.getOrDefault(field.getKey(), field.getValue()).equals(field.getValue()));
  }

  /**
   * Adds a pattern under the place of the pattern that it is a part of.
   *
   * @throws IllegalArgumentException if Event Ruler refuses it
   */
  void add(int place, ObjectNode pattern, PatternKinds of) {
    try {
      machine.addRule(place, Json.write(pattern));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(firstLine(e), e);
    }
    kinds.putAll(of.byPath());
  }

  /** The places, in any order, of the patterns that a document matches. */
  List<Integer> matching(JsonNode document) {
    return machine.rulesForJSONEvent(document);
  }

  private static String firstLine(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse("refused").lines().findFirst().orElse("");
  }
}
