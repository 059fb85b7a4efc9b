package dev.warmline.authoring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Other words, also of other languages, for keys and words of the model file. */
final class Synonyms {
  private static final Map<String, List<String>> MEANT = read();

  private Synonyms() {}

  /** The one of the known words that this one stands for. */
  static Optional<String> of(String written, Collection<String> known) {
    var words = MEANT.getOrDefault(Typography.word(written), List.of());
    return words.stream().filter(known::contains).findFirst();
  }

  /** A line of the file is a word of the model, a colon, and what else it is called. */
  private static Map<String, List<String>> read() {
    var meant = new HashMap<String, List<String>>();
    var file = Objects.requireNonNull(Synonyms.class.getResourceAsStream("synonyms.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(": *", 2))
          .forEach(
              line ->
                  Arrays.stream(line[1].split(" +"))
                      .forEach(
                          word ->
                              meant.merge(
                                  Typography.word(word), List.of(line[0]), Synonyms::both)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return meant;
  }

  private static List<String> both(List<String> one, List<String> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }
}
