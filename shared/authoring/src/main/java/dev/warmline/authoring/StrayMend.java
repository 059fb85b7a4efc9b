package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Spot;
import java.util.Optional;
import java.util.regex.Pattern;

/** What does not belong into the file: fences of Markdown, marks of a merge, a comma too many. */
final class StrayMend {
  private static final Pattern LINE = Pattern.compile("(```|~~~|<<<<<<< |=======$|>>>>>>> ).*");
  private static final Pattern COMMAS = Pattern.compile(",\\s*(?=,)");

  private StrayMend() {}

  static Optional<SyntaxMend> find(SourceText source, Spot error) {
    for (var number = 1; number <= source.lines().size(); number++) {
      if (LINE.matcher(source.line(number)).matches()) {
        var message = source.line(number).strip() + " does not belong here: remove the line";
        return Optional.of(SyntaxMend.of(source, number, 0, message, "", ""));
      }
    }
    var shape = source.shape(error.line());
    var commas = COMMAS.matcher(shape.text());
    if (!commas.find() || !shape.plain().get(commas.start())) {
      return Optional.empty();
    }
    var mended = shape.with(commas.start(), commas.end(), "");
    return Optional.of(
        SyntaxMend.of(source, error.line(), commas.start(), "a comma too many", mended, mended));
  }
}
