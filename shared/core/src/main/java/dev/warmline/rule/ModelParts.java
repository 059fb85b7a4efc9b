package dev.warmline.rule;

import dev.warmline.event.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The parts of a model file that checks go through, by their JSON pointers. */
public record ModelParts(ModelNode root) {
  private static final long DEFAULT_RETENTION_MILLIS = EventLog.RETENTION.toMillis();

  public List<ModelNode> scores() {
    return root.at("scores").children();
  }

  /** The rules of all scores, in the order of the file. */
  public List<ModelNode> scoreRules() {
    var rules = new ArrayList<ModelNode>();
    scores().forEach(score -> rules.addAll(rulesOf(score)));
    return rules;
  }

  public List<ModelNode> rulesOf(ModelNode score) {
    return score.at("rules").children();
  }

  public ModelNode fit() {
    return root.at("fit");
  }

  public List<ModelNode> fitRules() {
    return fit().at("rules").children();
  }

  public List<ModelNode> segments() {
    return root.at("segments").children();
  }

  public List<ModelNode> routes() {
    return root.at("routes").children();
  }

  public ModelNode qualify() {
    return root.at("qualify");
  }

  /** The topics that rules name. */
  public Set<String> topics() {
    var topics = new TreeSet<String>();
    scoreRules().forEach(rule -> rule.at("topic").text().ifPresent(topics::add));
    return topics;
  }

  public long retentionMillis() {
    return root.at("retention").millis().orElse(DEFAULT_RETENTION_MILLIS);
  }

  /** How old a hit may be and still be worth something. */
  public long lookbackMillis() {
    return root.at("lookback").millis().orElse(retentionMillis());
  }

  /** Every condition of enter, exit, prospect and ready, with those inside others. */
  public void eachCondition(Consumer<ModelNode> visitor) {
    for (var key : List.of("enter", "exit", "prospect", "ready")) {
      visit(qualify().at(key), visitor);
    }
  }

  private static void visit(ModelNode condition, Consumer<ModelNode> visitor) {
    visitor.accept(condition);
    condition.at("all").children().forEach(child -> visit(child, visitor));
    condition.at("any").children().forEach(child -> visit(child, visitor));
    if (condition.at("not").exists()) {
      visit(condition.at("not"), visitor);
    }
  }
}
