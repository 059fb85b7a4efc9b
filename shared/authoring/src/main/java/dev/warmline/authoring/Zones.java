package dev.warmline.authoring;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Time zones by what people call them. */
final class Zones {
  private static final Synonyms BY_WORDS = Synonyms.in("zones.txt");

  private Zones() {}

  /** The zone that somebody meant. */
  static Optional<String> of(String written) {
    var word = Typography.word(written).replaceAll("time$", "");
    return Stream.of(word, word + "time")
        .flatMap(name -> BY_WORDS.of(name).stream())
        .findFirst()
        .or(() -> byCity(word))
        .or(() -> nearest(written));
  }

  private static Optional<String> byCity(String word) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> Typography.word(id.substring(id.lastIndexOf('/') + 1)).equals(word))
        .min(Comparator.comparing((String id) -> id.indexOf('/') < 0).thenComparing(id -> id));
  }

  private static Optional<String> nearest(String written) {
    var cities =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.indexOf('/') > 0 && !id.startsWith("SystemV"))
            .sorted()
            .toList();
    return Spelling.nearest(written, cities)
        .or(
            () ->
                Spelling.nearest(
                        written,
                        cities.stream().map(id -> id.substring(id.lastIndexOf('/') + 1)).toList())
                    .flatMap(city -> byCity(Typography.word(city))));
  }
}
