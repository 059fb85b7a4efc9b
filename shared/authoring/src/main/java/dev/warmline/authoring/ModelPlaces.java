package dev.warmline.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The places of a model file that checks go through. */
record ModelPlaces(Place root) {
  private static final long DEFAULT_RETENTION_MILLIS = 400L * 86_400_000;

  List<Place> scores() {
    return root.at("scores").children();
  }

  /** The rules of all scores, in the order of the file. */
  List<Place> scoreRules() {
    var rules = new ArrayList<Place>();
    scores().forEach(score -> rules.addAll(rulesOf(score)));
    return rules;
  }

  List<Place> rulesOf(Place score) {
    return score.at("rules").children();
  }

  Place fit() {
    return root.at("fit");
  }

  List<Place> fitRules() {
    return fit().at("rules").children();
  }

  List<Place> segments() {
    return root.at("segments").children();
  }

  List<Place> routes() {
    return root.at("routes").children();
  }

  Place qualify() {
    return root.at("qualify");
  }

  /** The topics that rules name. */
  Set<String> topics() {
    var topics = new TreeSet<String>();
    scoreRules().forEach(rule -> rule.at("topic").text().ifPresent(topics::add));
    return topics;
  }

  long retentionMillis() {
    return root.at("retention").millis().orElse(DEFAULT_RETENTION_MILLIS);
  }

  /** How old a hit may be and still be worth something. */
  long lookbackMillis() {
    return root.at("lookback").millis().orElse(retentionMillis());
  }

  /** Every condition of enter, exit and prospect, with those inside others. */
  void eachCondition(Consumer<Place> visitor) {
    for (var key : List.of("enter", "exit", "prospect")) {
      visit(qualify().at(key), visitor);
    }
  }

  private static void visit(Place condition, Consumer<Place> visitor) {
    visitor.accept(condition);
    condition.at("all").children().forEach(child -> visit(child, visitor));
    condition.at("any").children().forEach(child -> visit(child, visitor));
    if (condition.at("not").exists()) {
      visit(condition.at("not"), visitor);
    }
  }
}
