package dev.warmline.rule;

import dev.warmline.rule.Problem.Hint;
import java.util.List;
import java.util.Set;

/**
 * What contradicts itself: a min over its max, a silence that gives points, a day that ends early.
 */
record ContradictionCheck(Reading reading) {
  private static final long SHORTEST_IDLE = 60_000;
  private static final Set<String> DERIVED =
      Set.of("email", "emailDomain", "group", "purchases", "purchaseValue", "lastPurchase");

  void check(ModelParts model) {
    for (var score : model.scores()) {
      bounds(score, 0);
      score.at("groups").children().forEach(group -> bounds(group, Long.MIN_VALUE));
      model.rulesOf(score).forEach(rule -> bounds(rule, Long.MIN_VALUE));
      model.rulesOf(score).forEach(this::silence);
      model.rulesOf(score).forEach(rule -> apart(rule, score));
    }
    var bands = model.fit().at("bands");
    if (bands.node().isObject() && bands.node().isEmpty()) {
      reading.problem(bands, "fit needs at least one band", Hint.NONE);
    }
    model.root().at("return-reasons").children().forEach(this::promise);
    lookback(model);
    money(model.root());
    facts(model.root().at("facts"));
    readiness(model.qualify());
    contacts(model);
    hours(model.root().at("sla").at("business-hours"));
  }

  private void promise(ModelNode reason) {
    if (reason.at("until").exists() && reason.at("after").exists()) {
      var message = "a day that is asked for and a fixed time exclude each other; keep one";
      reading.problem(reason.at("after"), message, Hint.NONE);
    }
  }

  private void bounds(ModelNode block, long leastByDefault) {
    var max = block.at("max").milli();
    var min = block.at("min").milli();
    if (max.isPresent() && min.orElse(leastByDefault) > max.get()) {
      var least = min.map(given -> "min " + Numbers.text(given)).orElse("the min of 0");
      var message = "max " + Numbers.text(max.get()) + " is below " + least;
      reading.problem(block.at("max"), message, Hint.NONE);
    }
  }

  private void silence(ModelNode rule) {
    var points = rule.at("points").milli().orElse(-1L);
    for (var key : List.of("quiet", "idle")) {
      if (rule.at(key).exists() && points >= 0) {
        reading.problem(
            rule.at(key),
            key + " takes points away; it cannot give " + Numbers.text(points),
            points == 0 ? Hint.NONE : new Hint.Exactly("points: " + Numbers.text(-points)));
      }
    }
    if (rule.at("quiet").exists() && rule.at("idle").exists()) {
      reading.problem(rule.at("idle"), "a rule has quiet or idle, not both", Hint.NONE);
    }
    var often = rule.at("idle").millis().filter(idle -> idle > 0 && idle < SHORTEST_IDLE);
    if (often.isPresent()) {
      reading.problem(rule.at("idle"), "idle is out of range: at least 1m", Hint.NONE);
    }
  }

  /** What a rule gives for one value must not hang on what it gives for another. */
  private void apart(ModelNode rule, ModelNode score) {
    var group = score.at("groups").at(rule.at("group").text().orElse(""));
    for (var key : List.of("max", "min")) {
      if (rule.at(key).exists() && group.at("max").at("per").exists()) {
        var message = "a rule whose group has its max for each value has no " + key + " of its own";
        reading.problem(rule.at(key), message, Hint.NONE);
      }
    }
  }

  private void money(ModelNode root) {
    var rates = root.at("currencies");
    if (rates.exists() && !root.at("currency").exists()) {
      reading.problem(rates, "currencies needs the key currency", Hint.NONE);
    }
    for (var rate : rates.children()) {
      if (!rate.key().matches(Value.Currency.FORM)) {
        reading.problem(rate, rate.key() + " is three letters such as EUR", Hint.NONE);
      }
    }
  }

  private void facts(ModelNode facts) {
    for (var fact : facts.children()) {
      if (DERIVED.contains(fact.key())) {
        reading.problem(
            fact, fact.key() + " is derived by itself; name a fact otherwise", Hint.NONE);
      }
    }
  }

  private void readiness(ModelNode qualify) {
    var handOver = qualify.at("hand-over");
    if (handOver.text().filter("when-ready"::equals).isPresent() && !qualify.at("ready").exists()) {
      var message = "hand-over: when-ready needs the key ready, or nobody is ever handed over";
      reading.problem(handOver, message, new Hint.Exactly("hand-over: at-once"));
    }
  }

  private void contacts(ModelParts model) {
    var within = model.qualify().at("contact-limit").at("within");
    if (within.millis().filter(millis -> millis > model.retentionMillis()).isPresent()) {
      var retention = DurationText.ofMillis(model.retentionMillis());
      var message = "contacts are forgotten after the retention of " + retention;
      reading.problem(within, message, new Hint.Exactly("within: " + retention));
    }
  }

  private void lookback(ModelParts model) {
    var lookback = model.root().at("lookback");
    if (model.lookbackMillis() > model.retentionMillis() && !reading.isBroken(lookback)) {
      var retention = DurationText.ofMillis(model.retentionMillis());
      var message = "lookback is longer than the retention of " + retention;
      reading.problem(lookback, message, Hint.NONE);
    }
  }

  private void hours(ModelNode hours) {
    var from = hours.at("from").text().filter(time -> time.matches(Value.ClockTime.FORM));
    var to = hours.at("to").text().filter(time -> time.matches(Value.ClockTime.FORM));
    if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) >= 0) {
      var message = "work ends at " + to.get() + ", before it begins";
      reading.problem(hours.at("to"), message, Hint.NONE);
    }
  }
}
