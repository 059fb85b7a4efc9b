package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.event.ruler.GenericMachine;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Patterns;

/** An Event Ruler machine that holds one {@linkplain MatchKind kind} of matches for each field. */
final class MatchMachine {
  /** A machine takes no more. */
  private static final int MOST_FIELDS = 256;

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
    compile(pattern).forEach(rule -> machine.addPatternRule(place, rule));
    kinds.putAll(of.byPath());
  }

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException if Event Ruler refuses it
   */
  static List<Map<String, List<Patterns>>> compile(ObjectNode pattern) {
    try {
      var rules = JsonRuleCompiler.compile(Json.write(pattern));
      if (rules.stream().anyMatch(rule -> rule.size() > MOST_FIELDS)) {
        throw new IllegalArgumentException("it looks at more than " + MOST_FIELDS + " fields");
      }
      return rules;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Event Ruler refuses this pattern: " + firstLine(e), e);
    }
  }

  /** The places, in any order, of the patterns that a document matches. */
  List<Integer> matching(JsonNode document) {
    return machine.rulesForJSONEvent(document);
  }

  private static String firstLine(Exception e) {
    var line = String.valueOf(e.getMessage()).lines().findFirst().orElse("it is malformed");
    return line.replaceFirst("\\s*at \\[Source.*", "").strip();
  }
}
