package dev.warmline.aws.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The environment variables of a function. Read everything first, then {@link #verify()}: it
 * reports all that is missing at once.
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

  /** The text of a variable that must be set; blank, and a problem, if it is not. */
  public String text(String name) {
    var value = variables.getOrDefault(name, "");
    if (value.isBlank()) {
      problems.add(name + " is not set");
    }
    return value;
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
