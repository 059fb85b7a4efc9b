package dev.warmline.rule;

import java.util.List;
import java.util.stream.Collectors;

/** What was given is no model; the message and {@link #problems()} say everything that is wrong. */
public final class InvalidModel extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Holds at least one problem. */
  public InvalidModel(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, in the order of the file's sections. */
  public List<Problem> problems() {
    return problems;
  }
}
