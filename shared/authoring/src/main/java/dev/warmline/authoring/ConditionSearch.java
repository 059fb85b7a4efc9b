package dev.warmline.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * Looks for values of the unknowns under which a formula holds. As comparisons are all of the form
 * "at least", it is enough to try the least value of each unknown and every threshold in its range.
 */
final class ConditionSearch {
  private static final int MOST_STEPS = 20_000;

  private final Formula formula;
  private final List<Map.Entry<String, List<Long>>> choices;
  private int steps;

  private ConditionSearch(Formula formula, Map<String, PointsRange> ranges) {
    this.formula = formula;
    this.choices = new ArrayList<>(choices(formula, ranges).entrySet());
  }

  /** What came of the search. */
  sealed interface Answer {
    /** It holds for these values. */
    record Holds(Map<String, Long> values) implements Answer {}

    /** It holds for none. */
    record Never() implements Answer {}

    /** There are too many conditions to try. */
    record TooMany() implements Answer {}
  }

  /**
   * Searches.
   *
   * @param ranges what each unknown can be; 0 or 1 if it is not named
   */
  static Answer search(Formula formula, Map<String, PointsRange> ranges) {
    var search = new ConditionSearch(formula, ranges);
    var found = search.from(0, new LinkedHashMap<>());
    if (search.steps > MOST_STEPS) {
      return new Answer.TooMany();
    }
    return found.<Answer>map(Answer.Holds::new).orElseGet(Answer.Never::new);
  }

  private Optional<Map<String, Long>> from(int index, SequencedMap<String, Long> known) {
    if (++steps > MOST_STEPS) {
      return Optional.empty();
    }
    return switch (formula.under(known)) {
      case NO -> Optional.empty();
      case YES -> Optional.of(new LinkedHashMap<>(known));
      case OPEN -> index < choices.size() ? next(index, known) : Optional.empty();
    };
  }

  private Optional<Map<String, Long>> next(int index, SequencedMap<String, Long> known) {
    var choice = choices.get(index);
    for (var value : choice.getValue()) {
      known.put(choice.getKey(), value);
      var found = from(index + 1, known);
      if (found.isPresent()) {
        return found;
      }
    }
    known.remove(choice.getKey());
    return Optional.empty();
  }

  private static Map<String, List<Long>> choices(Formula formula, Map<String, PointsRange> ranges) {
    var values = new LinkedHashMap<String, TreeSet<Long>>();
    formula.eachLeaf(
        leaf -> {
          var range = ranges.getOrDefault(leaf.unknown(), new PointsRange(0, 1));
          var set = values.computeIfAbsent(leaf.unknown(), _ -> new TreeSet<>());
          set.add(range.least());
          if (leaf.threshold() > range.least() && leaf.threshold() <= range.most()) {
            set.add(leaf.threshold());
          }
        });
    var lists = new LinkedHashMap<String, List<Long>>();
    values.forEach((unknown, set) -> lists.put(unknown, List.copyOf(set)));
    return lists;
  }
}
