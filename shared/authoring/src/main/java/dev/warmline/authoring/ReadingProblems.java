package dev.warmline.authoring;

import dev.warmline.rule.Block;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.Problem;
import dev.warmline.rule.Problem.Hint;
import dev.warmline.rule.Shape;
import dev.warmline.rule.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what the reading of a model found wrong: where it is, and what was probably meant. */
record ReadingProblems(ModelNode root, List<Problem> problems, Findings findings) {
  /** What a missing key may look like. */
  private static final Map<String, String> SAMPLES =
      Map.of(
          "name", "name: my-rules",
          "scores", "scores: { engagement: { rules: [] } }",
          "rules", "rules: []",
          "id", "id: my-rule",
          "when", "when: { type: [page] }",
          "points", "points: 10",
          "times", "times: 1",
          "within", "within: 7d",
          "bands", "bands: { A: 60, B: 40, C: 20, D: 0 }",
          "queue", "queue: inbound");

  /** Everything but refused patterns. */
  void tell() {
    problems.stream()
        .filter(problem -> !findings.covers(problem.pointer()) || !isNull(problem))
        .forEach(this::tell);
  }

  /** The refused patterns of which no check has said why. */
  void tellPatterns() {
    for (var problem : problems) {
      if (problem.hint() instanceof Hint.AnyPattern
          && !findings.hasErrorAround(problem.pointer())) {
        error(problem, PatternGuess.of(node(problem).node()));
      }
    }
  }

  private void tell(Problem problem) {
    switch (problem.hint()) {
      case Hint.AnyPattern _ -> {}
      case Hint.Exactly(var text) -> error(problem, Optional.of(text));
      case Hint.Like(var value) ->
          error(
              problem, Guess.of(value, root.node().at(problem.pointer())).or(() -> shape(problem)));
      case Hint.Nearest(var written, var known) ->
          error(problem, Meant.of(written, known).or(() -> shape(problem)));
      case Hint.WordOr(var written, var known, var other) ->
          error(
              problem,
              Meant.of(written, known)
                  .or(() -> likeOneOf(other, problem))
                  .or(() -> shape(problem)));
      case Hint.UnknownKey(var known) -> new UnknownKeys(root, findings).tell(problem, known);
      case Hint.OtherName _ -> atKey(problem, Guess.name(key(problem)));
      case Hint.MissingKey _ -> {
        if (!isMisspelt(problem)) {
          error(problem, Optional.ofNullable(SAMPLES.get(key(problem))));
        }
      }
    }
  }

  private Optional<String> likeOneOf(Collection<? extends Shape<?>> shapes, Problem problem) {
    return shapes.stream().flatMap(shape -> like(shape, problem).stream()).findFirst();
  }

  private Optional<String> like(Shape<?> shape, Problem problem) {
    return switch (shape) {
      case Shape.Mapped<?, ?> mapped -> like(mapped.of(), problem);
      case Shape.NumberOr<?> choice -> like(choice.number(), problem);
      case Value<?> value -> Guess.of(value, root.node().at(problem.pointer()));
      case Block<?> _,
          Shape.Again<?> _,
          Shape.Items<?> _,
          Shape.Named<?> _,
          Shape.NamesOrBlocks<?> _,
          Shape.WordOr<?> _ ->
          Optional.empty();
    };
  }

  /** A missing key that is there with a slip of the pen is one problem, not two. */
  private boolean isMisspelt(Problem missing) {
    return problems.stream()
        .filter(problem -> problem.hint() instanceof Hint.UnknownKey)
        .filter(problem -> parent(problem).equals(parent(missing)))
        .anyMatch(problem -> UnknownKeys.isMeant(problem, key(missing)));
  }

  private Optional<String> shape(Problem problem) {
    if (problem.pointer().isEmpty()) {
      return ShapeGuess.table(findings.source());
    }
    return problem.message().contains(" are a list")
        ? ShapeGuess.of(node(problem), root).or(() -> ShapeGuess.listed(node(problem).node()))
        : ShapeGuess.of(node(problem), root);
  }

  private boolean isNull(Problem problem) {
    return root.node().at(problem.pointer()).isNull();
  }

  private void error(Problem problem, Optional<String> suggestion) {
    findings.error(node(problem), problem.message(), suggestion);
  }

  private void atKey(Problem problem, Optional<String> suggestion) {
    findings.errorAtKey(node(problem), problem.message(), suggestion);
  }

  private ModelNode node(Problem problem) {
    return new ModelNode(problem.pointer(), root.node().at(problem.pointer()));
  }

  private String key(Problem problem) {
    return node(problem).key();
  }

  private static String parent(Problem problem) {
    return problem.pointer().substring(0, problem.pointer().lastIndexOf('/'));
  }
}
