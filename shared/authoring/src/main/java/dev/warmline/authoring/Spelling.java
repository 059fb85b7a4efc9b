package dev.warmline.authoring;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which word was meant: the nearest by edit distance, if it is near enough. */
final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /** The known word nearest to the given one, or empty if none is like it. */
  static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    var plain = Typography.word(word);
    return known.stream()
        .filter(candidate -> distance(plain, Typography.word(candidate)) <= tolerance(candidate))
        .min(Comparator.comparingInt(candidate -> distance(plain, Typography.word(candidate))));
  }

  private static int tolerance(String candidate) {
    return candidate.length() < 2 ? 0 : candidate.length() < 4 ? 1 : candidate.length() < 9 ? 2 : 3;
  }

  /** Levenshtein's distance, a swap of neighbours counted as one (optimal string alignment). */
  static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cheapest(int[][] rows, String a, String b, int i, int j) {
    var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    var best = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1);
    best = Math.min(best, rows[i - 1][j - 1] + change);
    var swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
