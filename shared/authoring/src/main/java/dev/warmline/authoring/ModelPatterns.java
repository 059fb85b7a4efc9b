package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import java.util.ArrayList;
import java.util.List;

/** Every pattern of a model, with what it is held against. */
final class ModelPatterns {
  private ModelPatterns() {}

  /** What a pattern is held against. */
  enum Subject {
    EVENT,
    LEAD,
    SEGMENT
  }

  /**
   * One pattern.
   *
   * @param prefix the path of what it is held against, with a dot, or empty
   */
  record Located(ModelNode place, Subject subject, String prefix) {}

  static List<Located> of(ModelParts model) {
    var found = new ArrayList<Located>();
    for (var rule : model.scoreRules()) {
      add(found, rule.at("when"), Subject.EVENT, "");
    }
    for (var ignored : model.root().at("ignore").children()) {
      add(found, ignored, Subject.EVENT, "");
    }
    for (var signal : model.qualify().at("fast-track").children()) {
      add(found, signal.at("when"), Subject.EVENT, "");
    }
    add(found, model.qualify().at("contact-limit").at("when"), Subject.EVENT, "");
    for (var rule : model.fitRules()) {
      add(found, rule.at("when"), Subject.LEAD, "");
    }
    for (var segment : model.segments()) {
      add(found, segment.at("when"), Subject.SEGMENT, "");
    }
    for (var exclusion : model.qualify().at("exclude").children()) {
      add(found, exclusion.at("traits"), Subject.LEAD, "traits.");
    }
    model.eachCondition(condition -> add(found, condition.at("traits"), Subject.LEAD, "traits."));
    return found;
  }

  private static void add(List<Located> found, ModelNode place, Subject subject, String prefix) {
    if (place.node().isObject()) {
      found.add(new Located(place, subject, prefix));
    }
  }
}
