package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Spot;
import java.util.ArrayDeque;
import java.util.Optional;

/** Brackets that are not closed, closed by another kind, or closed too often. */
final class BracketMend {
  private static final String OPENING = "{[";
  private static final String CLOSING = "}]";

  private final SourceText source;
  private final ArrayDeque<Spot> open = new ArrayDeque<>();

  private BracketMend(SourceText source) {
    this.source = source;
  }

  static Optional<SyntaxMend> find(SourceText source, Spot error) {
    return new BracketMend(source).through(Math.min(error.line() + 1, source.lines().size()));
  }

  private Optional<SyntaxMend> through(int last) {
    for (var number = 1; number <= last; number++) {
      var shape = source.shape(number);
      if (!open.isEmpty() && beginsAnew(shape)) {
        return Optional.of(unclosed());
      }
      for (var i = shape.plain().nextSetBit(0); i >= 0; i = shape.plain().nextSetBit(i + 1)) {
        var wrong = bracket(number, shape, i);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    return open.isEmpty() ? Optional.empty() : Optional.of(unclosed());
  }

  /** A key or item no further in than the line of the open bracket is not within it. */
  private boolean beginsAnew(LineShape shape) {
    var opener = source.shape(open.getFirst().line());
    return shape.indent() <= opener.indent()
        && shape.text().strip().matches("(- .*|[\\w-]+\\s*:(\\s.*)?)");
  }

  private Optional<SyntaxMend> bracket(int number, LineShape shape, int at) {
    var c = shape.text().charAt(at);
    if (OPENING.indexOf(c) >= 0) {
      open.push(new Spot(number, at + 1));
    }
    var kind = CLOSING.indexOf(c);
    if (kind < 0) {
      return Optional.empty();
    }
    if (open.isEmpty()) {
      var mended = shape.with(at, at + 1, "");
      var message = c + " closes nothing: remove it";
      return Optional.of(SyntaxMend.of(source, number, at, message, mended, mended));
    }
    var opener = source.at(open.pop());
    if (OPENING.indexOf(opener) == kind) {
      return Optional.empty();
    }
    var right = CLOSING.charAt(OPENING.indexOf(opener));
    var isLeftOut = !open.isEmpty() && OPENING.indexOf(source.at(open.getFirst())) == kind;
    var before = shape.text().substring(0, at).stripTrailing().length();
    var mended =
        isLeftOut ? shape.with(before, before, right + "") : shape.with(at, at + 1, right + "");
    var message =
        isLeftOut
            ? "the " + opener + " is not closed before this " + c + ": write " + right
            : c + " cannot close the " + opener + ": write " + right;
    return Optional.of(SyntaxMend.of(source, number, at, message, mended, mended));
  }

  private SyntaxMend unclosed() {
    var spot = open.getFirst();
    var shape = source.shape(spot.line());
    var opener = source.at(spot);
    var closer = CLOSING.charAt(OPENING.indexOf(opener));
    var end = shape.text().substring(0, shape.comment()).stripTrailing().length();
    var at = opener == '[' ? shape.endOfText(spot.column(), end) : end;
    var mended = shape.with(at, at, opener == '[' ? closer + "" : " " + closer);
    var message = "the " + opener + " that begins here is not closed: write " + closer;
    return SyntaxMend.of(source, spot.line(), spot.column() - 1, message, mended, mended);
  }
}
