package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Spot;
import java.util.Optional;
import java.util.regex.Pattern;

/** A quote that is not closed, or one within a text that it closes too early. */
final class QuoteMend {
  private static final Pattern VALUE = Pattern.compile("(?:[\\w-]+\\s*:\\s+|[\\[,-]\\s*)(?=[\"'])");
  private static final Pattern CLOSED =
      Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*')\\s*(?=[,}\\]:]|#|$)");

  private QuoteMend() {}

  static Optional<SyntaxMend> find(SourceText source, Spot error) {
    for (var number = error.line(); number > Math.max(0, error.line() - 3); number--) {
      var mend = within(source, number).or(unclosed(source, number));
      if (mend.isPresent()) {
        return mend;
      }
    }
    for (var number = 1; number < error.line(); number++) {
      var mend = unclosed(source, number).get();
      if (mend.isPresent()) {
        return mend;
      }
    }
    return Optional.empty();
  }

  private static java.util.function.Supplier<Optional<SyntaxMend>> unclosed(
      SourceText source, int number) {
    return () -> {
      var shape = source.shape(number);
      var open = shape.openQuote();
      if (open < 0) {
        return Optional.empty();
      }
      var end = shape.endOfText(open, shape.text().length());
      var message = "the quote that begins here is not closed in this line";
      return Optional.of(quoted(source, number, open, end, message));
    };
  }

  private static Optional<SyntaxMend> within(SourceText source, int number) {
    var shape = source.shape(number);
    var values = VALUE.matcher(shape.text());
    while (values.find()) {
      var start = values.end();
      var closed = CLOSED.matcher(shape.text()).region(start, shape.text().length()).lookingAt();
      var end = shape.endOfText(start, shape.text().length());
      var last = end > start + 1 ? shape.text().charAt(end - 1) : ' ';
      if (!closed && last == shape.text().charAt(start)) {
        var message = "a quote within the text ends it too early";
        return Optional.of(quoted(source, number, start, end, message));
      }
    }
    return Optional.empty();
  }

  private static SyntaxMend quoted(
      SourceText source, int number, int start, int end, String message) {
    var text = Typography.unwrapped(source.line(number).substring(start, end));
    var quoted = Quoting.quoted(text.replace("\"", "'"));
    var mended = source.shape(number).with(start, end, quoted);
    return SyntaxMend.of(source, number, start, message, quoted, mended);
  }
}
