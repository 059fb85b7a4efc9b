package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * Patterns compiled into one Event Ruler machine, or a few where fields hold {@linkplain MatchKind
 * kinds} of matches that must not be together: the time to match does not grow with their number.
 * Safe for use by many threads.
 */
public final class PatternSet {
  private static final int[] NONE = {};

  private final List<MatchMachine> machines;
  private final NumericText numericText;

  private PatternSet(List<MatchMachine> machines, NumericText numericText) {
    this.machines = List.copyOf(machines);
    this.numericText = numericText;
  }

  /**
   * Compiles patterns.
   *
   * @throws IllegalArgumentException if Event Ruler refuses one
   */
  public static PatternSet of(List<Pattern> patterns) {
    var machines = new ArrayList<MatchMachine>();
    for (var i = 0; i < patterns.size(); i++) {
      for (var part : PatternSplit.of(AddressForm.of(patterns.get(i).json()))) {
        add(machines, i, part);
      }
    }
    return new PatternSet(machines, NumericText.of(patterns));
  }

  private static void add(List<MatchMachine> machines, int place, ObjectNode part) {
    var kinds = PatternKinds.of(part);
    if (machines.stream().noneMatch(machine -> machine.takes(kinds))) {
      machines.add(new MatchMachine());
    }
    machines.stream()
        .filter(machine -> machine.takes(kinds))
        .findFirst()
        .orElseThrow()
        .add(place, part, kinds);
  }

  /**
   * The places, in rising order, of the patterns that a document matches. For matching only, a text
   * that is a plain JSON number is both, because forms and pixels send texts.
   */
  public int[] matching(JsonNode document) {
    if (machines.isEmpty()) {
      return NONE;
    }
    var presented = numericText.withBoth(document);
    if (machines.size() == 1) {
      return sorted(machines.getFirst().matching(presented));
    }
    var places = new HashSet<Integer>();
    machines.forEach(machine -> places.addAll(machine.matching(presented)));
    return sorted(places);
  }

  private static int[] sorted(Collection<Integer> matches) {
    if (matches.isEmpty()) {
      return NONE;
    }
    var places = matches.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(places);
    return places;
  }
}
