package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Spot;
import java.util.ArrayList;
import java.util.List;

/** The text of a model file by its lines, which are counted from 1. */
record SourceText(List<String> lines) {
  SourceText {
    lines = List.copyOf(lines);
  }

  static SourceText of(String text) {
    return new SourceText(text.lines().toList());
  }

  /** A line; empty where there is none. */
  String line(int number) {
    return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
  }

  LineShape shape(int number) {
    return LineShape.of(line(number));
  }

  /** The same text with another line in the place of one. */
  SourceText with(int number, String line) {
    var changed = new ArrayList<>(lines);
    changed.set(number - 1, line);
    return new SourceText(changed);
  }

  /** The character at a place; a blank where there is none. */
  char at(Spot spot) {
    var line = line(spot.line());
    return spot.column() > line.length() ? ' ' : line.charAt(spot.column() - 1);
  }

  /** The number of the last line before this one that is not blank; 0 if there is none. */
  int lastBefore(int number) {
    for (var before = Math.min(number, lines.size() + 1) - 1; before > 0; before--) {
      if (!line(before).isBlank()) {
        return before;
      }
    }
    return 0;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
