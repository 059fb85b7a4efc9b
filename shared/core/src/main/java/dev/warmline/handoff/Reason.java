package dev.warmline.handoff;

import dev.warmline.score.Points;
import java.util.Optional;

/** One line of why: the lines of a score sum to the score. */
public sealed interface Reason {

  /** What the line adds to the sum. */
  Points points();

  /**
   * What one rule contributes.
   *
   * @param hits how many hits are worth something (0 for a fit rule)
   * @param says the rule's words, if it has any
   */
  record Signal(String rule, Points points, int hits, Optional<String> says) implements Reason {}

  /** What a person added or took away. */
  record Adjustment(Points points, Optional<String> author, Optional<String> note)
      implements Reason {}

  /**
   * What a limit of the model took away or filled up.
   *
   * @param clamp {@code rule:ID}, {@code group:NAME}, {@code score:NAME}, or {@code all} for
   *     several in one line
   */
  record Limit(String clamp, Points points) implements Reason {}

  /** The sum of the smaller reasons that a bounded list leaves out. */
  record More(int count, Points points) implements Reason {}

  /** The reason in words for a person, without its points. */
  default String words() {
    return switch (this) {
      case Signal signal -> signal.says().orElse(spoken(signal.rule())) + times(signal.hits());
      case Adjustment adjustment ->
          "Adjusted"
              + adjustment.author().map(author -> " by " + author).orElse("")
              + adjustment.note().map(note -> ": " + note).orElse("");
      case Limit _ -> "Limits of the model (how much one kind of signal may count)";
      case More more ->
          more.count() == 1 ? "One smaller reason" : more.count() + " smaller reasons";
    };
  }

  private static String spoken(String rule) {
    return rule.replace('-', ' ').replace('_', ' ');
  }

  private static String times(int hits) {
    return hits > 1 ? " (" + hits + " times)" : "";
  }
}
