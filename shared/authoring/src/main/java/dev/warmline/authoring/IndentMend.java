package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Spot;
import java.util.Optional;
import java.util.regex.Pattern;

/** A key that is not indented as the key above it. */
final class IndentMend {
  private static final Pattern KEY = Pattern.compile("^(\\s*(?:- +)*)[\\w-]+\\s*:(\\s.*)?");

  private IndentMend() {}

  static Optional<SyntaxMend> find(SourceText source, Spot error) {
    var number = error.line() > source.lines().size() ? source.lines().size() : error.line();
    var above = column(source.line(source.lastBefore(number)));
    var here = column(source.line(number));
    var isItem = source.line(number).strip().startsWith("-");
    if (isItem || above.isEmpty() || here.isEmpty() || above.equals(here)) {
      return Optional.empty();
    }
    var indent = above.get();
    var mended = " ".repeat(indent) + source.line(number).strip();
    var message =
        "this line begins in column %d, the key above it in column %d: write %d spaces before it"
            .formatted(here.get() + 1, indent + 1, indent);
    return Optional.of(SyntaxMend.of(source, number, here.get(), message, mended, mended));
  }

  private static Optional<Integer> column(String line) {
    return Optional.of(KEY.matcher(line)).filter(key -> key.matches()).map(key -> key.end(1));
  }
}
