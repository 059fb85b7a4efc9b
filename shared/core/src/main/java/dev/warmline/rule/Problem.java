package dev.warmline.rule;

import java.util.Collection;
import java.util.List;

/**
 * Something wrong in a model file.
 *
 * @param pointer where: a JSON pointer into the file, empty for the file as a whole
 * @param message what is wrong, in a sentence without a full stop
 * @param hint from which whoever writes the file can be told what was probably meant
 */
public record Problem(String pointer, String message, Hint hint) {
  /** What is known of the thing that was meant; guessing is left to {@code shared/authoring}. */
  public sealed interface Hint {
    /** Nothing. */
    Hint NONE = new Nearest("", List.of());

    /** One of the known words, like what was written. */
    record Nearest(String written, Collection<String> known) implements Hint {}

    /** One of the known words, like what was written, or else something of another shape. */
    record WordOr(String written, Collection<String> known, Collection<? extends Shape<?>> other)
        implements Hint {}

    /** A value of this kind. */
    record Like(Value<?> value) implements Hint {}

    /** This text. */
    record Exactly(String text) implements Hint {}

    /** One of the known keys. */
    record UnknownKey(Collection<String> known) implements Hint {}

    /** A key that is not there, unless it was misspelt. */
    record MissingKey() implements Hint {}

    /** A shorter or plainer name. */
    record OtherName() implements Hint {}

    /** A pattern that Event Ruler takes. */
    record AnyPattern() implements Hint {}
  }

  /** Without a hint. */
  public Problem(String pointer, String message) {
    this(pointer, message, Hint.NONE);
  }

  @Override
  public String toString() {
    return (pointer.isEmpty() ? "the model" : pointer) + ": " + message;
  }
}
