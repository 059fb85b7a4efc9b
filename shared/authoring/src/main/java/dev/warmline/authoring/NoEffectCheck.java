package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import java.util.HashSet;
import java.util.List;

/** What is listed twice, and durations that have no effect. */
record NoEffectCheck(Findings findings) {
  void check(ModelParts model) {
    fastTrack(model);
    readiness(model);
    listedTwice("required trait", model.qualify().at("required"));
    listedTwice("return reason", model.root().at("return-reasons"));
  }

  private void fastTrack(ModelParts model) {
    var within = model.qualify().at("fast-track-within");
    if (within.millis().filter(millis -> millis > model.retentionMillis()).isPresent()) {
      findings.warning(within, "fast-track-within is longer than the retention");
    }
    if (within.exists() && model.qualify().at("fast-track").children().isEmpty()) {
      findings.warning(within, "fast-track-within has no effect without a fast-track");
    }
  }

  private void readiness(ModelParts model) {
    var qualify = model.qualify();
    var isRead = qualify.at("hand-over").text().filter("when-ready"::equals).isPresent();
    if (qualify.at("ready").exists() && !isRead && !findings.isBroken(qualify.at("hand-over"))) {
      findings.warning(
          qualify.at("ready"),
          "ready has no effect without hand-over: when-ready: sales hears of every MQL at once");
    }
  }

  private void listedTwice(String what, ModelNode list) {
    var seen = new HashSet<String>();
    for (var item : list.node().isArray() ? list.children() : List.<ModelNode>of()) {
      if (item.text().isPresent() && !seen.add(item.text().get())) {
        findings.warning(item, "the " + what + " " + item.text().get() + " is listed twice");
      }
    }
  }
}
