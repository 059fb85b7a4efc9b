package dev.warmline.authoring;

import dev.warmline.rule.WordFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other words for those of a list, also of other languages. */
final class Synonyms {
  /** Those of keys and words of the model file. */
  static final Synonyms OF_KEYS = in("synonyms.txt");

  private final Map<String, List<String>> meant = new HashMap<>();

  private Synonyms() {}

  /** A line of the file is a word, a colon, and what else it is called. */
  static Synonyms in(String file) {
    var synonyms = new Synonyms();
    for (var line : WordFile.lines(Synonyms.class, file)) {
      var parts = line.split(": *", 2);
      for (var word : parts[1].split(" +")) {
        synonyms.meant.computeIfAbsent(Typography.word(word), _ -> new ArrayList<>()).add(parts[0]);
      }
    }
    return synonyms;
  }

  /** The words that this one stands for, in the order of the file. */
  List<String> of(String written) {
    return meant.getOrDefault(Typography.word(written), List.of());
  }

  /** The one of the known words that this one stands for. */
  Optional<String> of(String written, Collection<String> known) {
    return of(written).stream().filter(known::contains).findFirst();
  }
}
