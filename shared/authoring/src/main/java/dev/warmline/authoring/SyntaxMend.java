package dev.warmline.authoring;

import dev.warmline.authoring.LocatedTree.Flaw;
import dev.warmline.authoring.LocatedTree.Spot;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What is wrong with a text that is no YAML, and the text as it was probably meant: reading goes on
 * with that, so that one slip does not hide all the others.
 */
record SyntaxMend(Flaw flaw, SourceText mended) {
  private static final List<BiFunction<SourceText, Spot, Optional<SyntaxMend>>> MENDS =
      List.of(
          StrayMend::find,
          TabMend::find,
          TypographyMend::find,
          QuoteMend::find,
          CommentMend::find,
          ValueMend::find,
          BracketMend::find,
          IndentMend::find);

  /** A line longer than this was not written by a person. */
  private static final int LONGEST = 4_000;

  /** The mend of one line. */
  static SyntaxMend of(
      SourceText source, int line, int index, String message, String suggestion, String mended) {
    var flaw =
        new Flaw(
            new Spot(line, index + 1),
            "",
            message,
            Optional.of(suggestion.strip()).filter(text -> !text.isEmpty()));
    return new SyntaxMend(flaw, source.with(line, mended));
  }

  /**
   * The most likely reason for an error.
   *
   * @param flaw why and where the reader of YAML gave up, at the slip or after it
   */
  static Optional<SyntaxMend> find(SourceText source, Flaw flaw) {
    var error = flaw.spot();
    if (source.line(error.line()).length() > LONGEST || isMeant(source, flaw.message())) {
      return Optional.empty();
    }
    return MENDS.stream()
        .flatMap(mend -> mend.apply(source, error).stream())
        .filter(mend -> !mend.mended().equals(source))
        .findFirst();
  }

  /** Whether it is YAML, only not what a model may hold. */
  private static boolean isMeant(SourceText source, String message) {
    return message.contains("Malformed numeric")
        || (message.contains("tags are") && source.text().matches("(?s).*: ![^\\s,]* .*"))
        || (message.contains("aliases are") && source.text().indexOf('&') >= 0);
  }
}
