package dev.warmline.authoring;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What is named must exist: groups, scores, grades, segments, topics. */
final class ReferenceCheck {
  private final Findings findings;

  ReferenceCheck(Findings findings) {
    this.findings = findings;
  }

  void check(ModelPlaces model) {
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
          known(condition.at("grade"), grades, "grade", "in the bands of fit");
        });
    var segments = new TreeSet<String>();
    model.segments().forEach(segment -> segment.at("id").text().ifPresent(segments::add));
    model.routes().forEach(route -> known(route.at("segment"), segments, "segment", "in segments"));
    model.segments().forEach(segment -> segment(segment.at("when"), model.topics(), grades));
  }

  private void segment(Place when, Collection<String> topics, Collection<String> grades) {
    words(when.at("interests")).forEach(word -> known(word, topics, "topic", "in any rule"));
    words(when.at("grade")).forEach(word -> known(word, grades, "grade", "in the bands of fit"));
  }

  private static List<Place> words(Place alternatives) {
    return alternatives.node().isArray() ? alternatives.children() : List.of();
  }

  private void known(Place reference, Collection<String> known, String what, String where) {
    var name = reference.text();
    if (name.isPresent() && !known.contains(name.get())) {
      var meant = Spelling.nearest(name.get(), known);
      findings.error(reference, "there is no " + what + " " + name.get() + " " + where, meant);
    }
  }

  private static List<String> names(Place block) {
    return block.children().stream().map(Place::key).toList();
  }
}
