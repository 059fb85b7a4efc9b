package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the JSON form of a model file. Everything of the wrong shape, every reference to something
 * that is not there and every pattern that Event Ruler refuses is a problem; all are found at once.
 */
public final class ModelParser {
  private static final Duration RETENTION = Duration.ofDays(400);
  private static final Duration FAST_TRACK_WITHIN = Duration.ofDays(7);

  private final List<Problem> problems = new ArrayList<>();
  private final Section model;
  private final Map<String, List<JsonNode>> lists;
  private final PatternReader patterns;

  private ModelParser(ObjectNode source) {
    this.model = new Section(source, "", problems);
    this.lists = PatternReader.lists(model);
    this.patterns = new PatternReader(lists, problems);
  }

  /**
   * What a reading gave.
   *
   * @param file the model; where there are problems only as good as the rest of the file
   * @param problems everything that is wrong; empty for a usable model
   */
  public record Parsed(ModelFile file, List<Problem> problems) {
    public Parsed {
      problems = List.copyOf(problems);
    }
  }

  /** Reads a model file; never fails. */
  public static Parsed parse(ObjectNode source) {
    var parser = new ModelParser(source);
    var file = parser.read();
    return new Parsed(file, parser.problems);
  }

  private ModelFile read() {
    model.only(
        "name",
        "time-zone",
        "lookback",
        "retention",
        "scores",
        "fit",
        "lists",
        "qualify",
        "segments",
        "routes",
        "sla",
        "return-reasons",
        "recycle");
    var rules = new RuleReader(patterns, new HashSet<>());
    var scores = scores(rules);
    var fit = model.section("fit").map(rules::fit);
    var retention = model.duration("retention").orElse(RETENTION);
    return new ModelFile(
        model.requiredText("name"),
        zone(),
        lookback(retention),
        retention,
        scores,
        fit,
        lists,
        qualify(model.orEmpty("qualify"), scores, fit),
        HandoffReader.segments(model, patterns),
        HandoffReader.routes(model),
        HandoffReader.sla(model.orEmpty("sla")),
        model.texts("return-reasons"),
        HandoffReader.recycle(model.orEmpty("recycle")));
  }

  private List<ScoreRules> scores(RuleReader rules) {
    if (!model.has("scores")) {
      model.problem("scores", "is missing: a model needs at least one score");
    }
    var scores = model.orEmpty("scores");
    return scores.keys().stream().map(name -> rules.score(name, scores.orEmpty(name))).toList();
  }

  private ZoneId zone() {
    var name = model.text("time-zone");
    try {
      return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      model.problem("time-zone", "is no time zone such as Europe/Berlin or UTC");
      return ZoneOffset.UTC;
    }
  }

  private Duration lookback(Duration retention) {
    var lookback = model.duration("lookback").orElse(retention);
    if (lookback.compareTo(retention) > 0) {
      model.problem(
          "lookback", "must not be longer than the retention (" + retention.toDays() + "d)");
    }
    return lookback;
  }

  private Qualify qualify(Section qualify, List<ScoreRules> scores, Optional<FitRules> fit) {
    qualify.only(
        "enter",
        "exit",
        "prospect",
        "cool-down",
        "required",
        "fast-track",
        "fast-track-within",
        "exclude");
    var conditions =
        new ConditionReader(
            patterns,
            scores.stream().map(ScoreRules::name).toList(),
            fit.map(FitRules::bands).orElse(List.of()).stream().map(Band::name).toList());
    return new Qualify(
        conditions.read(qualify, "enter"),
        conditions.read(qualify, "exit"),
        conditions.read(qualify, "prospect"),
        qualify.durationOrZero("cool-down").orElse(Duration.ZERO),
        qualify.texts("required"),
        fastTrack(qualify),
        qualify.duration("fast-track-within").orElse(FAST_TRACK_WITHIN),
        exclude(qualify));
  }

  private List<Qualify.FastTrackRule> fastTrack(Section qualify) {
    return qualify.sections("fast-track").stream()
        .map(section -> section.only("when", "says"))
        .flatMap(
            section ->
                patterns
                    .required(section, "when")
                    .map(when -> new Qualify.FastTrackRule(when, section.text("says")))
                    .stream())
        .toList();
  }

  private List<Pattern> exclude(Section qualify) {
    return qualify.sections("exclude").stream()
        .flatMap(section -> patterns.read(section.json(), section.pointer()).stream())
        .toList();
  }
}
