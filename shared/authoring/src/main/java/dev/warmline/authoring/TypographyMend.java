package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Spot;
import java.util.Optional;

/** A typographic character in the place of one that means something in YAML. */
final class TypographyMend {
  private static final int FAR = 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TypographyMend() {}

  static Optional<SyntaxMend> find(SourceText source, Spot error) {
    for (var number = error.line(); number > Math.max(0, error.line() - FAR); number--) {
      var shape = source.shape(number);
      for (var i = shape.plain().nextSetBit(0); i >= 0; i = shape.plain().nextSetBit(i + 1)) {
        var name = Typography.name(shape.text().charAt(i));
        if (name.isPresent()) {
          return Optional.of(mend(source, number, shape, i, name.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Odd spaces in the indentation, which YAML takes for the beginning of a word. */
  static Optional<SyntaxMend> indentation(SourceText source) {
    for (var number = 1; number <= source.lines().size(); number++) {
      var line = source.line(number);
      for (var i = 0; i < line.length() && isBlank(line.charAt(i)); i++) {
        var isMark = number == 1 && i == 0 && line.charAt(i) == BYTE_ORDER_MARK;
        if (Typography.isOddSpace(line.charAt(i)) && !isMark && !line.strip().startsWith("#")) {
          var name = Typography.name(line.charAt(i)).orElse("");
          return Optional.of(mend(source, number, source.shape(number), i, name));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || Typography.isOddSpace(c);
  }

  private static SyntaxMend mend(
      SourceText source, int number, LineShape shape, int at, String name) {
    var mended = new StringBuilder();
    for (var i = 0; i < shape.text().length(); i++) {
      var c = shape.text().charAt(i);
      mended.append(shape.plain().get(i) ? Typography.plain(c) : String.valueOf(c));
    }
    var plain = Typography.plain(shape.text().charAt(at));
    var meant =
        plain.isBlank() ? plain.isEmpty() ? "remove it" : "write a space" : "write " + plain;
    var message = "there is " + name + " in this line: " + meant;
    return SyntaxMend.of(source, number, at, message, mended.toString(), mended.toString());
  }
}
