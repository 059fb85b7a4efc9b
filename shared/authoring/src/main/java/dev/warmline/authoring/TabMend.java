package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Spot;
import java.util.Optional;

/** A tab where YAML wants spaces. */
final class TabMend {
  private TabMend() {}

  static Optional<SyntaxMend> find(SourceText source, Spot error) {
    for (var number = 1; number <= Math.min(error.line() + 1, source.lines().size()); number++) {
      var shape = source.shape(number);
      var tab = shape.text().indexOf('\t');
      if (tab >= 0 && tab < shape.indent()) {
        return Optional.of(indentation(source, number, tab));
      }
    }
    return between(source, error.line());
  }

  private static SyntaxMend indentation(SourceText source, int number, int tab) {
    var line = source.line(number);
    var indent = indent(source, number);
    return SyntaxMend.of(
        source,
        number,
        tab,
        "this line is indented by a tab, which YAML does not take: write " + indent + " spaces",
        " ".repeat(indent) + line.strip(),
        " ".repeat(indent) + line.strip());
  }

  /** As far as the nearest line of the same kind, or two spaces a tab. */
  private static int indent(SourceText source, int number) {
    var line = source.line(number).strip();
    for (var other : new int[] {number + 1, source.lastBefore(number)}) {
      var shape = source.shape(other);
      var alike = shape.text().strip().startsWith("- ") == line.startsWith("- ");
      alike &= other > number || !shape.text().strip().endsWith(":");
      if (alike && !shape.text().isBlank() && shape.text().indexOf('\t') < 0) {
        return shape.indent();
      }
    }
    var tabs = source.line(number).substring(0, source.shape(number).indent());
    var above = source.shape(source.lastBefore(number));
    var within = above.text().strip().endsWith(":") ? above.indent() + 2 : 0;
    return Math.max(within, tabs.replace("\t", "  ").length());
  }

  private static Optional<SyntaxMend> between(SourceText source, int number) {
    var shape = source.shape(number);
    for (var i = shape.plain().nextSetBit(0); i >= 0; i = shape.plain().nextSetBit(i + 1)) {
      if (shape.text().charAt(i) == '\t') {
        var mended = shape.with(i, i + 1, " ");
        var message = "there is a tab in this line, which YAML does not take here: write a space";
        return Optional.of(SyntaxMend.of(source, number, i, message, mended, mended));
      }
    }
    return Optional.empty();
  }
}
