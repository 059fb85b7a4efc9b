package dev.warmline.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.CheckedModel;
import dev.warmline.authoring.ModelReader;
import dev.warmline.rule.Model;
import java.util.Optional;
import java.util.stream.Stream;

/** Models whose enter and exit are trees drawn at random, as far as the checks accept them. */
final class RandomTrees {
  private static final int DRAWS = 40;

  private final RandomCases cases;
  private final ObjectNode model;

  RandomTrees(RandomCases cases) {
    this.cases = cases;
    this.model = cases.model().source();
  }

  /** The first of some models that is accepted; empty if none is. */
  Optional<Model> acceptedModel() {
    return Stream.generate(this::draw)
        .limit(DRAWS)
        .map(text -> ModelReader.read(new JsonFactory(), "random.json", text))
        .map(CheckedModel::model)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private String draw() {
    var source = model.deepCopy();
    var qualify = source.withObject("/qualify");
    tree(qualify.putObject("enter"), 2, source.has("fit"));
    tree(qualify.putObject("exit"), 2, source.has("fit"));
    return source.toString();
  }

  private void tree(ObjectNode node, int depth, boolean fit) {
    var dice = cases.next(depth == 0 ? 3 : 6);
    switch (dice) {
      case 0 -> node.put("score", "first").put("at-least", 1 + cases.next(12));
      case 1 -> node.put("score", "first").put("below", 1 + cases.next(12));
      case 2 -> fact(node, fit);
      case 3 -> tree(node.putObject("not"), depth - 1, fit);
      default -> {
        var parts = node.putArray(dice == 4 ? "all" : "any");
        tree(parts.addObject(), depth - 1, fit);
        tree(parts.addObject(), depth - 1, fit);
      }
    }
  }

  private void fact(ObjectNode node, boolean fit) {
    if (fit && cases.next(2) == 0) {
      node.put("grade", cases.next(2) == 0 ? "A" : "B");
    } else {
      node.putObject("traits").putArray("size").add("500");
    }
  }
}
