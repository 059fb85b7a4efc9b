package dev.warmline.authoring;

import java.util.TreeSet;
import java.util.stream.Collectors;

/** The alternatives of a shape in words: {@code all, any, at-least with score}. */
final class ShapeWords {
  private ShapeWords() {}

  static String of(Shape.Fields shape) {
    return shape.alternatives().stream()
        .map(keys -> String.join(" with ", new TreeSet<>(keys)))
        .collect(Collectors.joining(", "));
  }
}
