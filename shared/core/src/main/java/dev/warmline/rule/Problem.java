package dev.warmline.rule;

/**
 * Something wrong in a model file.
 *
 * @param pointer where: a JSON pointer into the file, empty for the file as a whole
 * @param message what is wrong and how to mend it
 */
public record Problem(String pointer, String message) {
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "the model" : pointer) + ": " + message;
  }
}
