package dev.warmline.rule;

import java.util.List;
import java.util.stream.Stream;

/** A tree of conditions over scores, grade and traits. */
public sealed interface Condition {
  /** Names the points of the fit in a sum, unless a score is called so. */
  String FIT = "fit";

  /** Every part holds. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one part holds. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {}

  /** The score is at least so many milli-points. */
  record ScoreAtLeast(String score, long milliPoints) implements Condition {}

  /** The score is less than so many milli-points. */
  record ScoreBelow(String score, long milliPoints) implements Condition {}

  /** These scores, and the fit where it is named, are together at least so many milli-points. */
  record SumAtLeast(List<String> of, long milliPoints) implements Condition {
    public SumAtLeast {
      of = List.copyOf(of);
    }
  }

  /** The same sum is less than so many milli-points. */
  record SumBelow(List<String> of, long milliPoints) implements Condition {
    public SumBelow {
      of = List.copyOf(of);
    }
  }

  /** The grade is this one or better. */
  record GradeAtLeast(String grade) implements Condition {}

  /** The traits match a pattern over {@code {"traits": {...}}}. */
  record TraitsMatch(Pattern when) implements Condition {}

  /** Every condition of the tree that has no parts. */
  default Stream<Condition> leaves() {
    return switch (this) {
      case All all -> all.parts().stream().flatMap(Condition::leaves);
      case Any any -> any.parts().stream().flatMap(Condition::leaves);
      case Not not -> not.part().leaves();
      case ScoreAtLeast leaf -> Stream.of(leaf);
      case ScoreBelow leaf -> Stream.of(leaf);
      case SumAtLeast leaf -> Stream.of(leaf);
      case SumBelow leaf -> Stream.of(leaf);
      case GradeAtLeast leaf -> Stream.of(leaf);
      case TraitsMatch leaf -> Stream.of(leaf);
    };
  }
}
