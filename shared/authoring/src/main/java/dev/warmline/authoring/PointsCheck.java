package dev.warmline.authoring;

import java.util.Optional;

/** Points against the limits on their sums: min over max, a max below a single hit, quiet gains. */
final class PointsCheck {
  private final Findings findings;

  PointsCheck(Findings findings) {
    this.findings = findings;
  }

  void check(ModelPlaces model) {
    for (var score : model.scores()) {
      bounds(score, 0);
      score.at("groups").children().forEach(group -> bounds(group, Long.MIN_VALUE));
      for (var rule : model.rulesOf(score)) {
        rule(rule);
        larger(score, rule);
      }
    }
  }

  private void bounds(Place place, long leastByDefault) {
    var max = place.at("max").milli();
    var min = place.at("min").milli();
    if (max.isPresent() && min.orElse(leastByDefault) > max.get()) {
      var least = min.isPresent() ? "min " + text(min.get()) : "the min of 0";
      findings.error(place.at("max"), "max " + text(max.get()) + " is below " + least);
    }
  }

  private void rule(Place rule) {
    bounds(rule, Long.MIN_VALUE);
    var points = rule.at("points").milli();
    if (points.isEmpty()) {
      return;
    }
    if (rule.at("quiet").exists() && points.get() >= 0) {
      findings.error(
          rule.at("quiet"),
          "quiet takes points away; it cannot give " + text(points.get()),
          Optional.of(-points.get()).filter(less -> less < 0).map(less -> "points: " + text(less)));
    }
    below(rule, rule.at("max"), points.get());
    above(rule, points.get());
    if (rule.at("quiet").exists() && rule.at("after").exists()) {
      findings.warning(rule.at("after"), "after has no effect beside quiet");
    }
  }

  private void below(Place rule, Place max, long points) {
    if (points > 0 && max.milli().filter(most -> most < points).isPresent()) {
      var most = text(max.milli().get());
      var id = rule.at("id").node().asText();
      findings.error(
          max,
          "max " + most + " is below a single hit of " + id + ", which is " + text(points),
          Optional.of(text(points)));
    }
  }

  private void above(Place rule, long points) {
    var min = rule.at("min");
    if (points < 0 && min.milli().filter(least -> least > points).isPresent()) {
      findings.warning(min, "min is above a single hit, which is " + text(points));
    }
  }

  private void larger(Place score, Place rule) {
    var points = rule.at("points").milli().orElse(0L);
    var group = rule.at("group").text().map(name -> score.at("groups").at(name));
    var max = group.map(place -> place.at("max")).flatMap(Place::milli);
    if (max.filter(most -> most < points).isPresent() && !isBroken(group.map(g -> g.at("max")))) {
      findings.warning(
          rule.at("points"),
          "one hit is worth more than the max " + text(max.get()) + " of its group");
    }
    var most = score.at("max").milli();
    if (most.filter(limit -> limit < points).isPresent() && !findings.isBroken(score.at("max"))) {
      findings.warning(
          rule.at("points"),
          "one hit is worth more than the max " + text(most.get()) + " of its score");
    }
  }

  private boolean isBroken(Optional<Place> max) {
    return max.filter(findings::isBroken).isPresent();
  }

  private static String text(long milli) {
    return Numbers.text(milli);
  }
}
