package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.rule.Shape.Items;
import dev.warmline.rule.Shape.Named;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The kinds of values that several keys of the model file share. */
final class Kinds {
  static final Shape<Duration> DURATION = new Value.Span(false, Value.LONGEST);
  static final Shape<Duration> DURATION_OR_ZERO = new Value.Span(true, Value.LONGEST);
  static final Shape<Long> NUMBER = new Value.Amount();
  static final Shape<Integer> COUNT = new Value.Count();
  static final Shape<String> WORDS = new Value.Text(300);
  static final Shape<String> SHORT = new Value.Text(64);
  static final Shape<Pattern> PATTERN = new Value.OfPattern();
  static final Shape<String> ID = new Value.Name();
  static final Shape<String> PATH = new Value.Path();
  static final Shape<List<Band>> BANDS =
      new Named<>("bands: names and where each begins", NUMBER).map(Kinds::bands);
  static final Shape<Map<String, List<JsonNode>>> LISTS =
      new Named<>("lists", new Items<>("values", new Value.Plain(), 1).map(BuiltInLists::expanded));

  private Kinds() {}

  static <T> Shape<T> choice(Function<String, T> of, String... words) {
    return new Shape.WordOr<>(List.of(words), of, "", List.of());
  }

  static Bounds bounds(Optional<Long> min, Optional<Long> max) {
    return new Bounds(optional(min), optional(max));
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  private static List<Band> bands(Map<String, Long> begins) {
    return begins.entrySet().stream()
        .map(band -> new Band(band.getKey(), band.getValue()))
        .sorted(Comparator.comparingLong(Band::milliPoints).reversed())
        .toList();
  }
}
