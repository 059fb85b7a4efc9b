package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.rule.Problem.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reading of a file: collects everything that is wrong with it. */
public final class Reading {
  private final List<Problem> problems = new ArrayList<>();
  private final List<ModelFormat.Later> later = new ArrayList<>();
  private final PatternReader patterns;

  /** A reading of a file without lists for patterns. */
  public Reading() {
    this(Map.of());
  }

  Reading(Map<String, List<JsonNode>> lists) {
    this.patterns = new PatternReader(lists, problems);
  }

  /** What the shape makes of a node that is there; empty after noting why it makes nothing. */
  public <T> Optional<T> read(Shape<T> shape, ModelNode at) {
    return at.node().isNull()
        ? wrong(at, at.key() + " has no value; write one or remove the key", Hint.NONE)
        : shape.read(at, this);
  }

  Optional<Pattern> pattern(ModelNode at) {
    var read = patterns.read(at.node(), at.pointer());
    var hasWords = read.filter(pattern -> PatternKinds.of(pattern.json()).haveWords()).isPresent();
    if (hasWords || patterns.namesBuiltIn(at.node())) {
      note(at, ModelFormat.WORDS);
    }
    return read;
  }

  /** Notes a problem and reads nothing. */
  <T> Optional<T> wrong(ModelNode at, String message, Hint hint) {
    problems.add(new Problem(at.pointer(), message, hint));
    return Optional.empty();
  }

  /** Notes a problem. */
  public void problem(ModelNode at, String message, Hint hint) {
    problems.add(new Problem(at.pointer(), message, hint));
  }

  /** Notes with which format a key came that is there. */
  void note(ModelNode at, int format) {
    if (format > ModelFormat.FIRST) {
      later.add(new ModelFormat.Later(at.pointer(), format));
    }
  }

  List<ModelFormat.Later> later() {
    return List.copyOf(later);
  }

  /** Whether a problem is at this node or within it, so that nothing else follows from it. */
  boolean isBroken(ModelNode at) {
    return problems.stream()
        .map(Problem::pointer)
        .anyMatch(known -> known.equals(at.pointer()) || known.startsWith(at.pointer() + "/"));
  }

  /** All that was noted. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
