package dev.warmline.rule;

import dev.warmline.rule.Problem.Hint;

/**
 * What contradicts itself: a min over its max, a silence that gives points, a day that ends early.
 */
final class ContradictionCheck {
  private final Reading reading;

  ContradictionCheck(Reading reading) {
    this.reading = reading;
  }

  void check(ModelParts model) {
    for (var score : model.scores()) {
      bounds(score, 0);
      score.at("groups").children().forEach(group -> bounds(group, Long.MIN_VALUE));
      model.rulesOf(score).forEach(rule -> bounds(rule, Long.MIN_VALUE));
      model.rulesOf(score).forEach(this::quiet);
    }
    var bands = model.fit().at("bands");
    if (bands.node().isObject() && bands.node().isEmpty()) {
      reading.problem(bands, "fit needs at least one band", Hint.NONE);
    }
    model.root().at("return-reasons").children().forEach(this::promise);
    lookback(model);
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

  private void quiet(ModelNode rule) {
    var points = rule.at("points").milli().orElse(-1L);
    if (rule.at("quiet").exists() && points >= 0) {
      reading.problem(
          rule.at("quiet"),
          "quiet takes points away; it cannot give " + Numbers.text(points),
          points == 0 ? Hint.NONE : new Hint.Exactly("points: " + Numbers.text(-points)));
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
