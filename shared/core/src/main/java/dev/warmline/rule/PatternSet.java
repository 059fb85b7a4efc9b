package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Patterns compiled into one Event Ruler machine, or a few where fields hold {@linkplain MatchKind
 * kinds} of matches that must not be together: the time to match does not grow with their number.
 * Safe for use by many threads.
 */
public final class PatternSet {
  private static final int[] NONE = {};

  private final List<MatchMachine> machines;
  private final MatchedFields fields;

  private PatternSet(List<MatchMachine> machines, MatchedFields fields) {
    this.machines = List.copyOf(machines);
    this.fields = fields;
  }

  /**
   * Compiles patterns.
   *
   * @throws IllegalArgumentException if Event Ruler refuses one
   */
  public static PatternSet of(List<Pattern> patterns) {
    var machines = new ArrayList<MatchMachine>();
    var fields = new MatchedFields();
    for (var i = 0; i < patterns.size(); i++) {
      for (var part : parts(patterns.get(i).json())) {
        fields.add(part);
        add(machines, i, PatternForm.of(part));
      }
    }
    return new PatternSet(machines, fields);
  }

  /** Why a pattern cannot be compiled; empty if it can. */
  static Optional<String> refusal(ObjectNode pattern) {
    try {
      parts(pattern).forEach(part -> MatchMachine.compile(PatternForm.of(part)));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static List<ObjectNode> parts(ObjectNode pattern) {
    return PatternSplit.of(AddressForm.of(pattern));
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
    return matchingSeen(seen(document));
  }

  /** What the patterns see of a document: those of which they see the same match alike. */
  ObjectNode seen(JsonNode document) {
    return fields.of(document);
  }

  /** The same of what they {@linkplain #seen see} of a document. */
  int[] matchingSeen(ObjectNode seen) {
    if (machines.size() == 1) {
      return sorted(machines.getFirst().matching(seen));
    }
    var places = new HashSet<Integer>();
    machines.forEach(machine -> places.addAll(machine.matching(seen)));
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
