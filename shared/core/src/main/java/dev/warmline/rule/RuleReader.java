package dev.warmline.rule;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads scores, fit and their rules. */
final class RuleReader {
  private static final int MOST_TIMES = 100_000;
  private static final Pattern NEVER =
      new Pattern(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());

  private final PatternReader patterns;
  private final Set<String> ids;

  /**
   * Reads with these patterns.
   *
   * @param ids collects the ids of the rules, which are unique in a model
   */
  RuleReader(PatternReader patterns, Set<String> ids) {
    this.patterns = patterns;
    this.ids = ids;
  }

  ScoreRules score(String name, Section score) {
    score.only("min", "max", "groups", "bands", "rules");
    var given = bounds(score);
    var min = given.min().isPresent() ? given.min() : OptionalLong.of(0);
    var groups =
        score
            .section("groups")
            .map(
                section ->
                    section.keys().stream().map(key -> group(key, section.orEmpty(key))).toList())
            .orElse(List.of());
    var names = groups.stream().map(Group::name).toList();
    var rules = score.sections("rules").stream().map(rule -> rule(rule, names)).toList();
    return new ScoreRules(name, new Bounds(min, given.max()), groups, bands(score), rules);
  }

  FitRules fit(Section fit) {
    fit.only("bands", "rules");
    var bands = bands(fit);
    if (bands.isEmpty()) {
      fit.problem("bands", "needs at least one grade, such as { A: 60, B: 40, C: 20, D: 0 }");
    }
    return new FitRules(bands, fit.sections("rules").stream().map(this::fitRule).toList());
  }

  private FitRules.FitRule fitRule(Section rule) {
    rule.only("id", "says", "when", "points");
    return new FitRules.FitRule(
        id(rule),
        rule.text("says"),
        patterns.required(rule, "when").orElse(NEVER),
        rule.requiredPoints("points"));
  }

  private Rule rule(Section rule, List<String> groups) {
    rule.only(
        "id", "says", "topic", "when", "points", "limit", "after", "quiet", "min", "max", "group",
        "decay");
    var points = rule.requiredPoints("points");
    var quiet = rule.duration("quiet");
    if (quiet.isPresent() && points >= 0) {
      rule.problem("quiet", "silence takes points away: give negative points, or remove quiet");
    }
    return new Rule(
        id(rule),
        rule.text("says"),
        rule.text("topic"),
        patterns.required(rule, "when").orElse(NEVER),
        points,
        rule.section("limit").map(this::limit),
        rule.section("after").map(this::after),
        quiet,
        bounds(rule),
        groupOf(rule, groups),
        decay(rule));
  }

  private String id(Section rule) {
    var id = rule.requiredText("id");
    if (rule.has("id") && !ids.add(id)) {
      rule.problem("id", "another rule has the id \"" + id + "\" already");
    }
    return id;
  }

  private Group group(String name, Section group) {
    return new Group(name, bounds(group.only("min", "max")));
  }

  private Optional<String> groupOf(Section rule, List<String> groups) {
    var group = rule.text("group");
    if (group.isPresent() && !groups.contains(group.get())) {
      rule.problem(
          "group",
          "the score has no group \"%s\"; groups are: %s"
              .formatted(group.get(), String.join(", ", groups)));
    }
    return group;
  }

  private Limit limit(Section limit) {
    limit.only("times", "per", "distinct");
    return new Limit(limit.count("times", MOST_TIMES), period(limit), limit.text("distinct"));
  }

  private Period period(Section limit) {
    return switch (limit.text("per").orElse("ever")) {
      case "ever" -> new Period.Ever();
      case "day" -> new Period.Calendar(Period.Unit.DAY);
      case "week" -> new Period.Calendar(Period.Unit.WEEK);
      case "month" -> new Period.Calendar(Period.Unit.MONTH);
      default -> new Period.Window(limit.duration("per").orElse(Duration.ofDays(1)));
    };
  }

  private After after(Section after) {
    after.only("times", "within", "per");
    var per = after.text("per");
    if (per.isPresent() && !per.get().equals("day")) {
      after.problem("per", "can only be day");
    }
    if (!after.has("within")) {
      after.problem("within", "is missing: " + Quantities.DURATIONS_ARE);
    }
    return new After(
        after.count("times", MOST_TIMES),
        after.duration("within").orElse(Duration.ofDays(1)),
        per.isPresent());
  }

  private Decay decay(Section rule) {
    var value = rule.find("decay");
    if (value.isEmpty() || value.get().asText().equals("none")) {
      return new Decay.None();
    }
    return rule.section("decay").map(RuleReader::decayOf).orElseGet(Decay.None::new);
  }

  private static Decay decayOf(Section decay) {
    decay.only("half-life", "linear", "expires");
    if (decay.keys().size() != 1) {
      decay.problem("must have exactly one of half-life, linear, expires");
    }
    return decay
        .duration("half-life")
        .<Decay>map(Decay.HalfLife::new)
        .or(() -> decay.duration("linear").map(Decay.Linear::new))
        .or(() -> decay.duration("expires").map(Decay.Expires::new))
        .orElseGet(Decay.None::new);
  }

  private static Bounds bounds(Section section) {
    var bounds = new Bounds(section.points("min"), section.points("max"));
    if (bounds.min().isPresent()
        && bounds.max().isPresent()
        && bounds.min().getAsLong() > bounds.max().getAsLong()) {
      section.problem("max", "is below min");
    }
    return bounds;
  }

  private static List<Band> bands(Section section) {
    return section
        .section("bands")
        .map(
            bands ->
                bands.keys().stream()
                    .map(name -> new Band(name, bands.requiredPoints(name)))
                    .sorted(Comparator.comparingLong(Band::milliPoints).reversed())
                    .toList())
        .orElse(List.of());
  }
}
