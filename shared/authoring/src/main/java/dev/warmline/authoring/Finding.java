package dev.warmline.authoring;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing wrong with a model file, or doubtful in it.
 *
 * @param file the name of the file as the user gave it
 * @param line 1 for the first
 * @param column 1 for the first character of a line
 * @param pointer the JSON pointer of the place, for example {@code /scores/engagement/max}
 * @param message what is wrong and how to mend it, in a sentence without a full stop
 * @param suggestion what was probably meant, ready to be written in the file
 */
public record Finding(
    Severity severity,
    String file,
    int line,
    int column,
    String pointer,
    String message,
    Optional<String> suggestion) {

  /**
   * An error keeps the model from being accepted; a warning says that it is surely not what was
   * meant, a hint that it may not be.
   */
  public enum Severity {
    ERROR,
    WARNING,
    HINT
  }

  /** Whether the model cannot be accepted because of this. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The line a person reads: {@code file:line:column: message (did you mean ...?)}. */
  @Override
  public String toString() {
    var kind = isError() ? "" : severity.name().toLowerCase(Locale.ROOT) + ": ";
    var hint = suggestion.map(text -> " (did you mean " + text + "?)").orElse("");
    return file + ":" + line + ":" + column + ": " + kind + message + hint;
  }
}
