package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.event.ruler.GenericMachine;

/**
 * Patterns compiled into one Event Ruler machine: the time to match does not grow with their
 * number. Safe for use by many threads.
 */
public final class PatternSet {
  private static final int[] NONE = {};

  private final GenericMachine<Integer> machine;
  private final NumericText numericText;
  private final boolean empty;

  private PatternSet(GenericMachine<Integer> machine, NumericText numericText, boolean empty) {
    this.machine = machine;
    this.numericText = numericText;
    this.empty = empty;
  }

  /**
   * Compiles patterns.
   *
   * @throws IllegalArgumentException if Event Ruler refuses one
   */
  public static PatternSet of(List<Pattern> patterns) {
    var machine = newMachine();
    for (var i = 0; i < patterns.size(); i++) {
      add(machine, i, patterns.get(i).json());
    }
    return new PatternSet(machine, NumericText.of(patterns), patterns.isEmpty());
  }

  /** Why Event Ruler refuses a pattern; empty if it accepts it. */
  static Optional<String> refusal(ObjectNode pattern) {
    try {
      add(newMachine(), 0, pattern);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The places, in rising order, of the patterns that a document matches. For matching only, a text
   * that is a plain JSON number is both, because forms and pixels send texts.
   */
  public int[] matching(JsonNode document) {
    if (empty) {
      return NONE;
    }
    var matches = machine.rulesForJSONEvent(numericText.withBoth(document));
    if (matches.isEmpty()) {
      return NONE;
    }
    var places = matches.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(places);
    return places;
  }

  private static GenericMachine<Integer> newMachine() {
    return GenericMachine.<Integer>builder().build();
  }

  private static void add(GenericMachine<Integer> machine, int place, ObjectNode pattern) {
    try {
      machine.addRule(place, pattern.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException(firstLine(e), e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(firstLine(e), e);
    }
  }

  private static String firstLine(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse("refused").lines().findFirst().orElse("");
  }
}
