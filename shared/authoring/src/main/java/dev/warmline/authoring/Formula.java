package dev.warmline.authoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A condition as logic over unknowns: scores, the grade, and patterns over the traits. */
sealed interface Formula {

  /** What is known of a formula while some unknowns are open. */
  enum Truth {
    YES,
    NO,
    OPEN
  }

  /** Every part holds. */
  record All(List<Formula> parts) implements Formula {}

  /** At least one part holds. */
  record Any(List<Formula> parts) implements Formula {}

  /** The part does not hold. */
  record Not(Formula part) implements Formula {}

  /** An unknown is at least so much. */
  record AtLeast(String unknown, long threshold) implements Formula {}

  /** Whether it holds for what is known. */
  default Truth under(Map<String, Long> known) {
    return switch (this) {
      case All(var parts) -> join(parts, known, Truth.NO, Truth.YES);
      case Any(var parts) -> join(parts, known, Truth.YES, Truth.NO);
      case Not(var part) ->
          switch (part.under(known)) {
            case YES -> Truth.NO;
            case NO -> Truth.YES;
            case OPEN -> Truth.OPEN;
          };
      case AtLeast(var unknown, var threshold) -> {
        var value = known.get(unknown);
        yield value == null ? Truth.OPEN : value >= threshold ? Truth.YES : Truth.NO;
      }
    };
  }

  private static Truth join(
      List<Formula> parts, Map<String, Long> known, Truth decides, Truth otherwise) {
    var open = false;
    for (var part : parts) {
      var truth = part.under(known);
      if (truth == decides) {
        return decides;
      }
      open |= truth == Truth.OPEN;
    }
    return open ? Truth.OPEN : otherwise;
  }

  /** Visits every comparison in it. */
  default void eachLeaf(Consumer<AtLeast> visitor) {
    switch (this) {
      case All(var parts) -> parts.forEach(part -> part.eachLeaf(visitor));
      case Any(var parts) -> parts.forEach(part -> part.eachLeaf(visitor));
      case Not(var part) -> part.eachLeaf(visitor);
      case AtLeast leaf -> visitor.accept(leaf);
    }
  }

  /** The unknowns in it, added to the given set. */
  default void collect(Set<String> unknowns) {
    eachLeaf(leaf -> unknowns.add(leaf.unknown()));
  }
}
