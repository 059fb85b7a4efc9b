package dev.warmline.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns. */
final class Table {
  private static final int GAP = 2;

  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> heading) {
    rows.add(List.copyOf(heading));
  }

  void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  /** Prints the rows; columns that hold numbers are aligned to the right. */
  void print(Output output) {
    var widths = new int[rows.getFirst().size()];
    for (var row : rows) {
      for (var i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (var row : rows) {
      var text = new StringBuilder();
      for (var i = 0; i < widths.length; i++) {
        text.append(padded(row.get(i), widths[i], isNumber(i))).append(" ".repeat(GAP));
      }
      var line = text.toString().stripTrailing();
      output.out().println(row.equals(rows.getFirst()) ? output.styled("bold", line) : line);
    }
  }

  private boolean isNumber(int column) {
    return rows.stream()
        .skip(1)
        .allMatch(row -> row.get(column).matches("-?[0-9.]*") || row.get(column).equals("-"));
  }

  private static String padded(String text, int width, boolean right) {
    var space = " ".repeat(width - text.length());
    return right ? space + text : text + space;
  }
}
