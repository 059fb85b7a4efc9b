package dev.warmline.aws.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of a function, read by type. Read everything first, then {@link
 * #verify()}: it reports all that is missing or malformed at once.
 */
public final class Environment {
  private final Map<String, String> variables;
  private final List<String> problems = new ArrayList<>();

  /** An environment of these variables. */
  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The environment of this process. */
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /** The text of a variable that must be set; an empty text, and a problem, if it is not. */
  public String text(String name) {
    var value = find(name);
    if (value.isEmpty()) {
      problems.add(name + " is not set");
    }
    return value.orElse("");
  }

  /** The text of a variable that may be set; a blank one counts as absent. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** A whole number from 1, or the default if the variable is not set. */
  public int positive(String name, int otherwise) {
    var value = find(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Math.max(1, Integer.parseUnsignedInt(value.get()));
    } catch (NumberFormatException e) {
      problems.add(name + " must be a whole number from 1 and is \"" + value.get() + "\"");
      return otherwise;
    }
  }

  /**
   * Ends the reading.
   *
   * @throws IllegalStateException that names every problem found so far
   */
  public void verify() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "The function is not configured: " + String.join("; ", problems) + ".");
    }
  }
}
