package dev.warmline.rule;

import dev.warmline.rule.Problem.Hint;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is named must exist: groups, scores, grades, segments, topics. And an id names one thing:
 * rules across all scores and the fit, segments among themselves.
 */
record ReferenceCheck(Reading reading) {
  private static final int MOST_SHOWN = 12;

  void check(ModelParts model) {
    unique("rule", Stream.concat(model.scoreRules().stream(), model.fitRules().stream()).toList());
    unique("segment", model.segments());
    for (var score : model.scores()) {
      var groups = names(score.at("groups"));
      model
          .rulesOf(score)
          .forEach(rule -> known(rule.at("group"), groups, "group", "in score " + score.key()));
    }
    var scores = names(model.root().at("scores"));
    var grades = names(model.fit().at("bands"));
    model.eachCondition(
        condition -> {
          known(condition.at("score"), scores, "score", "under scores");
          condition
              .at("sum")
              .children()
              .forEach(part -> known(part, summands(model, scores), "score", "under scores"));
          known(condition.at("grade"), grades, "grade", "in the bands of fit");
        });
    var segments = new TreeSet<String>();
    model.segments().forEach(segment -> segment.at("id").text().ifPresent(segments::add));
    model.routes().forEach(route -> known(route.at("segment"), segments, "segment", "in segments"));
    model.segments().forEach(segment -> segment(segment.at("when"), model.topics(), grades));
  }

  private static List<String> summands(ModelParts model, List<String> scores) {
    return model.fit().exists()
        ? Stream.concat(scores.stream(), Stream.of(Condition.FIT)).toList()
        : scores;
  }

  private void unique(String what, List<ModelNode> blocks) {
    var seen = new HashSet<String>();
    for (var block : blocks) {
      var id = block.at("id");
      if (id.text().isPresent() && !seen.add(id.text().get())) {
        reading.problem(
            id,
            "the " + what + " id " + id.text().get() + " is used twice; give each its own",
            Hint.NONE);
      }
    }
  }

  private void segment(ModelNode when, Collection<String> topics, Collection<String> grades) {
    words(when.at("interests")).forEach(word -> known(word, topics, "topic", "in any rule"));
    words(when.at("grade")).forEach(word -> known(word, grades, "grade", "in the bands of fit"));
  }

  private static List<ModelNode> words(ModelNode alternatives) {
    return alternatives.node().isArray() ? alternatives.children() : List.of();
  }

  private void known(ModelNode reference, Collection<String> known, String what, String where) {
    var name = reference.text();
    if (name.isPresent() && !known.contains(name.get())) {
      reading.problem(
          reference,
          "there is no " + what + " " + name.get() + " " + where + others(known),
          new Hint.Nearest(name.get(), List.copyOf(known)));
    }
  }

  private static List<String> names(ModelNode block) {
    return block.children().stream().map(ModelNode::key).toList();
  }

  private static String others(Collection<String> known) {
    return known.isEmpty() || known.size() > MOST_SHOWN
        ? ""
        : (known.size() == 1 ? "; there is " : "; there are ") + String.join(", ", known);
  }
}
