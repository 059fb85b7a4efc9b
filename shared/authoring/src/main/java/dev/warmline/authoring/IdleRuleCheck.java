package dev.warmline.authoring;

import dev.warmline.rule.DurationText;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import java.util.HashSet;
import java.util.Set;

/** Warns of rules that can never fire or never matter, and of what nothing refers to. */
record IdleRuleCheck(Findings findings) {
  private static final long DAY = 86_400_000;

  void check(ModelParts model) {
    for (var score : model.scores()) {
      var groups = new HashSet<String>();
      for (var rule : model.rulesOf(score)) {
        rule(rule, model);
        rule.at("group").text().ifPresent(groups::add);
      }
      unused(score.at("groups"), groups, "group");
      if (score.at("rules").node().isArray() && score.at("rules").node().isEmpty()) {
        findings.warning(score, "score " + score.key() + " has no rules: only people change it");
      }
    }
    model.fitRules().forEach(rule -> worthNothing(rule));
    unused(model.root().at("lists"), listsUsed(model), "list");
  }

  private void rule(ModelNode rule, ModelParts model) {
    worthNothing(rule);
    after(rule.at("after"), model);
    var quiet = rule.at("quiet");
    if (quiet.millis().filter(millis -> millis >= model.retentionMillis()).isPresent()) {
      findings.warning(quiet, "never fires: the match is forgotten before the silence has lasted");
    }
    var linear = rule.at("decay").at("linear");
    var expires = rule.at("decay").at("expires");
    cutOff(linear, model);
    cutOff(expires, model);
  }

  private void worthNothing(ModelNode rule) {
    if (rule.at("points").milli().filter(points -> points == 0).isPresent()) {
      findings.warning(rule.at("points"), "a rule of 0 points changes no score");
    }
  }

  private void after(ModelNode after, ModelParts model) {
    var within = after.at("within").millis().orElse(0L);
    var times = after.at("times").milli().orElse(0L) / 1_000;
    var perDay = after.at("per").text().isPresent();
    if (perDay && within > 0 && times > days(within)) {
      findings.warning(
          after,
          "never fires: less than "
              + DurationText.ofMillis(within)
              + " touches at most "
              + days(within)
              + " calendar days");
    } else if (within > model.retentionMillis()) {
      findings.warning(after.at("within"), "is longer than the retention");
    }
  }

  /** The most calendar days that matches less than this apart fall on; a day may have 23 hours. */
  private static long days(long within) {
    return (within - 1) / DAY + 2;
  }

  private void cutOff(ModelNode decay, ModelParts model) {
    if (decay.millis().filter(millis -> millis > model.lookbackMillis()).isPresent()) {
      findings.warning(
          decay, "a hit is worth nothing after the lookback anyway, before its decay has ended");
    }
  }

  /** Where a reference leads nowhere, the name it should have been is not unused. */
  private void unused(ModelNode names, Set<String> used, String what) {
    var known = names.children().stream().map(ModelNode::key).toList();
    if (!known.containsAll(used)) {
      return;
    }
    for (var name : names.children()) {
      if (!used.contains(name.key())) {
        findings.warning(name, "nothing uses the " + what + " " + name.key());
      }
    }
  }

  private static Set<String> listsUsed(ModelParts model) {
    var used = new HashSet<String>();
    ModelPatterns.of(model)
        .forEach(
            pattern ->
                pattern.place().node().findValues("list").stream()
                    .filter(name -> name.isTextual())
                    .forEach(name -> used.add(name.textValue())));
    return used;
  }
}
