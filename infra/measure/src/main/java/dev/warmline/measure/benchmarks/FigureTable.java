package dev.warmline.measure.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of a run as a table for people. */
final class FigureTable {
  private static final String PLAIN = "plain";
  private static final String FEW = "rules 20";
  private static final String MANY = "rules 2000";

  private final List<Figure> figures;
  private final StringBuilder text = new StringBuilder();

  private FigureTable(Collection<Figure> figures) {
    this.figures = List.copyOf(figures);
  }

  static String of(Collection<Figure> figures) {
    return new FigureTable(figures).write();
  }

  private String write() {
    row("benchmark", "what", "with", "per cpu second", "spread", "ours/plain");
    figures.forEach(this::figure);
    var growths = growths();
    if (!growths.isEmpty()) {
      text.append(String.format("%ngrowth of the time per event from 20 to 2,000 rules%n"));
      growths.forEach(line -> text.append(line).append(System.lineSeparator()));
    }
    return text.toString();
  }

  private void figure(Figure figure) {
    row(
        figure.benchmark(),
        figure.method(),
        String.join(", ", figure.params()),
        number("%,.0f", figure.median()),
        number("%.0f %%", 100 * figure.spread()),
        plain(figure).map(plain -> number("%.3f", figure.median() / plain.median())).orElse(""));
  }

  private Optional<Figure> plain(Figure figure) {
    return figure.method().equals(PLAIN)
        ? Optional.empty()
        : find(figure.benchmark(), PLAIN, figure.params());
  }

  private List<String> growths() {
    var lines = new ArrayList<String>();
    for (var few : figures) {
      if (few.params().contains(FEW)) {
        var params = few.params().stream().map(param -> param.equals(FEW) ? MANY : param).toList();
        find(few.benchmark(), few.method(), params)
            .ifPresent(
                many -> lines.add(growth(few, number("%.2fx", few.median() / many.median()))));
      }
    }
    return lines;
  }

  private static String growth(Figure few, String times) {
    var others = few.params().stream().filter(param -> !param.equals(FEW)).toList();
    return String.format(
        "  %-12s %-9s %-30s %12s", few.benchmark(), few.method(), String.join(", ", others), times);
  }

  private Optional<Figure> find(String benchmark, String method, List<String> params) {
    return figures.stream()
        .filter(one -> one.benchmark().equals(benchmark) && one.method().equals(method))
        .filter(one -> one.params().equals(params))
        .findFirst();
  }

  private void row(String... cells) {
    text.append(String.format("%-12s %-9s %-30s %14s %8s %12s%n", (Object[]) cells));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
