package dev.warmline.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.ModelReader;
import dev.warmline.rule.Model;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Models whose enter and exit are trees drawn at random, as far as the checks accept them. */
final class RandomTrees {
  private static final int DRAWS = 40;

  private final RandomCases cases;
  private final ObjectNode model;
  private final ObjectNode light;

  RandomTrees(RandomCases cases) {
    this.cases = cases;
    this.model = cases.modelWithWords().source();
    this.light = withoutPatterns(model);
  }

  /** The first of some models that is accepted; empty if none is. */
  Optional<Model> acceptedModel() {
    return Stream.generate(this::draw)
        .limit(DRAWS)
        .filter(qualify -> read(light, qualify).isPresent())
        .findFirst()
        .flatMap(qualify -> read(model, qualify));
  }

  private static Optional<Model> read(ObjectNode model, ObjectNode qualify) {
    var source = model.deepCopy();
    source.set("qualify", qualify);
    return ModelReader.read(new JsonFactory(), "random.json", source.toString()).model();
  }

  /** Patterns take most of the time to check, and say nothing of enter and exit. */
  private static ObjectNode withoutPatterns(ObjectNode model) {
    var light = model.deepCopy();
    light.remove(List.of("segments", "ignore"));
    for (var when : light.findParents("when")) {
      var isOfFit = when.path("when").has("traits");
      var pattern = ((ObjectNode) when).putObject("when");
      (isOfFit ? pattern.putObject("traits") : pattern).putArray("type").add("track");
    }
    return light;
  }

  private ObjectNode draw() {
    var qualify = ((ObjectNode) model.path("qualify")).deepCopy();
    tree(qualify.putObject("enter"), 2, model.has("fit"));
    tree(qualify.putObject("exit"), 2, model.has("fit"));
    return qualify;
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
    if (cases.next(3) == 0) {
      var sum = node.put(cases.next(2) == 0 ? "at-least" : "below", 1 + cases.next(16));
      sum.putArray("sum").add("first").add(fit ? "fit" : "first");
    } else if (fit && cases.next(2) == 0) {
      node.put("grade", cases.next(2) == 0 ? "A" : "B");
    } else {
      node.putObject("traits").putArray("size").add("500");
    }
  }
}
