package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Spot;
import java.util.Optional;
import java.util.regex.Pattern;

/** A {@code #} that begins a comment and so hides the brackets that close what was opened. */
final class CommentMend {
  private static final int FAR = 20;
  private static final Pattern BEFORE_VALUE = Pattern.compile("[\\w-]+\\s*:\\s+|[\\[,]\\s*");

  private CommentMend() {}

  static Optional<SyntaxMend> find(SourceText source, Spot error) {
    for (var number = error.line(); number > Math.max(0, error.line() - FAR); number--) {
      var shape = source.shape(number);
      var hash = shape.comment();
      var hidden = shape.text().substring(hash);
      if (shape.depth(hash) > 0 && hidden.matches(".*[}\\]].*")) {
        return Optional.of(mend(source, number, shape));
      }
    }
    return Optional.empty();
  }

  private static SyntaxMend mend(SourceText source, int number, LineShape shape) {
    var hash = shape.comment();
    var start = start(shape, hash);
    var end = Math.max(hash + 1, shape.endOfText(start, shape.text().length()));
    var quoted = Quoting.quoted(shape.text().substring(start, end));
    var message = "# begins a comment, so the rest of the line is not read: put the text in quotes";
    return SyntaxMend.of(source, number, hash, message, quoted, shape.with(start, end, quoted));
  }

  /** Where the value begins that the comment cuts off. */
  static int start(LineShape shape, int hash) {
    var before = BEFORE_VALUE.matcher(shape.text()).region(0, hash);
    var start = 0;
    while (before.find()) {
      start = before.end();
    }
    return start;
  }
}
