package dev.warmline.authoring;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which of the known words somebody meant: by spelling, by sense, by its beginning. */
final class Meant {
  private static final int SHORTEST = 3;

  private Meant() {}

  static Optional<String> of(String written, Collection<String> known) {
    if (known.contains("Europe/Berlin")) {
      return Zones.of(written);
    }
    return same(written, known)
        .or(() -> same(written.replaceFirst("^[<>=≥\\s]+", ""), known))
        .or(() -> known.contains("mon") ? days(written) : Optional.empty())
        .or(() -> Synonyms.OF_KEYS.of(written, known))
        .or(() -> Spelling.nearest(written, known))
        .or(() -> beginning(written, known))
        .or(() -> letter(written, known));
  }

  private static Optional<String> days(String written) {
    return Weekdays.of(written)
        .or(() -> Weekdays.list(written).map(list -> list.substring(1, list.length() - 1)));
  }

  private static Optional<String> same(String written, Collection<String> known) {
    var word = Typography.word(written);
    return known.stream().filter(one -> Typography.word(one).equals(word)).findFirst();
  }

  private static Optional<String> beginning(String written, Collection<String> known) {
    var word = Typography.word(written);
    return known.stream()
        .filter(one -> one.length() >= SHORTEST && word.startsWith(Typography.word(one)))
        .max(Comparator.comparingInt(String::length));
  }

  /** Of grades, the one beside it. */
  private static Optional<String> letter(String written, Collection<String> known) {
    if (written.length() != 1 || !known.stream().allMatch(one -> one.length() == 1)) {
      return Optional.empty();
    }
    return known.stream()
        .min(Comparator.comparingInt(one -> Math.abs(one.charAt(0) - written.charAt(0))));
  }
}
