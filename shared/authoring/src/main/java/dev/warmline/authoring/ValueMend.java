package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Spot;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A value that YAML reads as something else than the text it was meant to be. */
final class ValueMend {
  private static final Pattern KEY = Pattern.compile("([\\w-]+)\\s*:\\s+(?=[^\\s\"'#])");
  private static final Pattern ITEM = Pattern.compile("[\\[,]\\s*(?=[@`%*&!|>])");
  private static final Pattern NO_BLANK =
      Pattern.compile("^\\s*(?:- +)?[A-Za-z][\\w-]*:(?=[^\\s/:])");
  private static final Pattern NO_BLANK_AFTER_DASH = Pattern.compile("^\\s*-(?=[{\\[\"'A-Za-z])");
  private static final Pattern INNER_KEY = Pattern.compile("(\\s*;\\s*|\\s+)([\\w-]+)\\s*:\\s");
  private static final Pattern INNER_COLON = Pattern.compile(":(\\s|$)");
  private static final Set<String> TEXTS =
      Set.of("says", "name", "id", "topic", "event", "title", "queue", "time-zone", "note");

  private ValueMend() {}

  static Optional<SyntaxMend> find(SourceText source, Spot error) {
    for (var number : new int[] {error.line(), error.line() + 1, error.line() - 1}) {
      var mend = inLine(source, number);
      if (mend.isPresent()) {
        return mend;
      }
    }
    return Optional.empty();
  }

  private static Optional<SyntaxMend> inLine(SourceText source, int number) {
    var shape = source.shape(number);
    var keys = KEY.matcher(shape.text()).region(0, shape.comment());
    while (keys.find()) {
      var end = shape.endOfText(keys.end(), shape.comment());
      var value = shape.text().substring(keys.end(), end);
      var mend = value(source, number, keys.group(1), keys.end(), value);
      if (mend.isPresent()) {
        return mend;
      }
    }
    return item(source, number, shape).or(() -> blank(source, number, shape));
  }

  private static Optional<SyntaxMend> value(
      SourceText source, int number, String key, int start, String value) {
    var first = value.isEmpty() ? ' ' : value.charAt(0);
    if ("@`%*&!|>".indexOf(first) >= 0 || value.matches("[-?] .*")) {
      return Optional.of(indicator(source, number, start, value));
    }
    var words = first == '{' && value.matches("\\{[^{}]*}\\s*[^\\s,}\\]].*");
    if (!words && (first == '{' || first == '[')) {
      return Optional.empty();
    }
    var parted = unparted(source, number, start, value);
    if (parted.isPresent()) {
      return parted;
    }
    var colon = INNER_COLON.matcher(value);
    if (!words && !colon.find() && value.indexOf('{') < 0) {
      return Optional.empty();
    }
    var isText = words || value.indexOf('{') >= 0 || TEXTS.contains(key);
    var meant = isText ? Quoting.quoted(value) : "{ " + value + " }";
    var why =
        words || value.indexOf('{') >= 0
            ? "{ begins a block in YAML: put the text in quotes"
            : isText
                ? "a colon followed by a blank begins a value in YAML: put the text in quotes"
                : "a block within a line is in braces";
    var line = source.shape(number).with(start, start + value.length(), meant);
    return Optional.of(SyntaxMend.of(source, number, start, why, key + ": " + meant, line));
  }

  /** {@code id: a points: 5} and {@code id: a; points: 5}: the comma before a key is missing. */
  private static Optional<SyntaxMend> unparted(
      SourceText source, int number, int start, String value) {
    var shape = source.shape(number);
    var inner = INNER_KEY.matcher(value);
    if (shape.opener(start) != '{'
        || !inner.find()
        || !UnknownKeys.all().contains(inner.group(2))) {
      return Optional.empty();
    }
    var at = start + inner.start();
    var mended = shape.with(at, start + inner.start(2), ", ");
    var message = "a comma is missing before " + inner.group(2);
    var meant = ", " + inner.group(2) + ":";
    return Optional.of(SyntaxMend.of(source, number, at, message, meant, mended));
  }

  private static Optional<SyntaxMend> item(SourceText source, int number, LineShape shape) {
    var items = ITEM.matcher(shape.text()).region(0, shape.comment());
    while (items.find()) {
      if (shape.plain().get(items.end())) {
        var end = shape.endOfText(items.end(), shape.comment());
        var value = shape.text().substring(items.end(), end);
        return Optional.of(indicator(source, number, items.end(), value));
      }
    }
    return Optional.empty();
  }

  private static SyntaxMend indicator(SourceText source, int number, int start, String value) {
    var meant = Comparison.of(value).orElseGet(() -> Quoting.quoted(value.replaceAll("^`|`$", "")));
    var why = value.charAt(0) + " has a meaning of its own in YAML at the beginning of a value";
    var mended = source.shape(number).with(start, start + value.length(), meant);
    return SyntaxMend.of(source, number, start, why, meant, mended);
  }

  private static Optional<SyntaxMend> blank(SourceText source, int number, LineShape shape) {
    var dash = NO_BLANK_AFTER_DASH.matcher(shape.text());
    if (dash.find()) {
      var meant = shape.with(dash.end(), dash.end(), " ");
      return Optional.of(
          SyntaxMend.of(
              source, number, dash.end() - 1, "a dash is followed by a blank", meant, meant));
    }
    var found = NO_BLANK.matcher(shape.text());
    if (!found.find()) {
      return Optional.empty();
    }
    var mended = shape.with(found.end(), found.end(), " ");
    var message = "a colon is followed by a blank";
    return Optional.of(SyntaxMend.of(source, number, found.end() - 1, message, mended, mended));
  }
}
