package dev.warmline.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Problem.Hint;
import java.util.List;

/**
 * The language of model files grows, and a number says how far: whoever knows a format reads every
 * file whose keys came with it or before. What is deployed may know less than whoever publishes.
 */
public final class ModelFormat {
  /** That of every key that does not say when it came. */
  public static final int FIRST = 1;

  /** The one with paths of return reasons and what else came with acts of people. */
  static final int SECOND = 2;

  /** The one with words and parts of texts, sums, idle time, facts, currencies, what is ignored. */
  static final int WORDS = 3;

  /** The one that says when sales hears of a lead. */
  static final int HANDING_OVER = 4;

  /** The one that this code knows: raised with a key, which then says that it came with it. */
  public static final int NEWEST = HANDING_OVER;

  private ModelFormat() {}

  /**
   * The keys of a model file that came after a format.
   *
   * @param known the format that whoever is to read the file knows
   */
  public static List<Problem> unknown(int known, ObjectNode source) {
    return unknown(known, ModelParser.later(source));
  }

  static List<Problem> unknown(int known, List<Later> later) {
    return later.stream()
        .filter(key -> key.format() > known)
        .map(key -> key.problem(known))
        .toList();
  }

  /**
   * A key in a model file that came later than the first format.
   *
   * @param pointer where it is
   * @param format the one that it came with
   */
  record Later(String pointer, int format) {

    private Problem problem(int known) {
      var message =
          "the deployed functions do not know this key (they read model format "
              + known
              + ", it came with "
              + format
              + "): update the stack first, or remove the key";
      return new Problem(pointer, message, Hint.NONE);
    }
  }
}
