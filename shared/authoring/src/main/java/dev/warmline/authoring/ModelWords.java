package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Json;
import dev.warmline.rule.Decay;
import dev.warmline.rule.DurationText;
import dev.warmline.rule.FitRules;
import dev.warmline.rule.Limit;
import dev.warmline.rule.Model;
import dev.warmline.rule.Pattern;
import dev.warmline.rule.Period;
import dev.warmline.rule.Rule;
import dev.warmline.rule.ScoreRules;
import dev.warmline.score.Points;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a model says, in words for whoever did not write it. */
final class ModelWords {
  private static final int LONGEST = 300;

  /** How matchers are said. */
  private static final Map<String, String> MATCHERS =
      Map.of(
          "prefix", "begins with ",
          "suffix", "ends with ",
          "equals-ignore-case", "",
          "wildcard", "like ",
          "contains", "contains ",
          "has-word", "has the word ",
          "anything-but", "anything but ",
          "list", "of the list ");

  private ModelWords() {}

  /** A part of it. */
  record Part(String title, List<String> lines) {}

  /** The parts in the order in which people read them; those without a line are left out. */
  static List<Part> of(Model model) {
    var parts = new ArrayList<Part>();
    model.file().scores().forEach(score -> parts.add(score(score)));
    model.file().fit().ifPresent(fit -> parts.add(fit(fit)));
    parts.add(
        new Part(
            "Does not count at all", model.file().ignore().stream().map(ModelWords::of).toList()));
    parts.add(
        new Part(
            "Segments",
            model.file().segments().stream().map(it -> it.id() + ": " + of(it.when())).toList()));
    parts.add(
        new Part(
            "Who goes where",
            model.file().routes().stream()
                .map(it -> it.segment().orElse("everybody else") + ": " + it.queue())
                .toList()));
    return parts.stream().filter(part -> !part.lines().isEmpty()).toList();
  }

  private static Part score(ScoreRules score) {
    var lines = new ArrayList<String>();
    score.rules().forEach(rule -> lines.add(rule(rule)));
    if (!score.bands().isEmpty()) {
      lines.add(
          "bands: "
              + score.bands().stream()
                  .map(band -> band.name() + " from " + points(band.milliPoints()))
                  .collect(Collectors.joining(", ")));
    }
    return new Part("Points of " + score.name(), lines);
  }

  private static String rule(Rule rule) {
    var words = new ArrayList<String>();
    rule.quiet().ifPresent(time -> words.add("for each " + text(time) + " without it"));
    rule.idle().ifPresent(time -> words.add("for every " + text(time) + " since the last"));
    rule.after()
        .ifPresent(
            after -> words.add("after " + after.times() + " within " + text(after.within())));
    rule.limit().ifPresent(limit -> words.add(limit(limit)));
    decay(rule.decay()).ifPresent(words::add);
    rule.group().ifPresent(group -> words.add("within the group " + group));
    var more = words.isEmpty() ? "" : " (" + String.join("; ", words) + ")";
    return points(rule.milliPoints())
        + ": "
        + cut(rule.says().orElse(rule.id()))
        + ", when "
        + of(rule.when())
        + more;
  }

  private static String limit(Limit limit) {
    var times = limit.times() == 1 ? "once" : limit.times() + " times";
    var period =
        switch (limit.period()) {
          case Period.Ever() -> "";
          case Period.Calendar(var unit) -> " per " + unit.name().toLowerCase(Locale.ROOT);
          case Period.Window(var time) -> " in " + text(time);
        };
    return times + period + limit.distinct().map(field -> ", each " + field + " apart").orElse("");
  }

  private static Optional<String> decay(Decay decay) {
    return switch (decay) {
      case Decay.None() -> Optional.empty();
      case Decay.HalfLife(var time) -> Optional.of("half of it left after " + text(time));
      case Decay.Linear(var time) -> Optional.of("fades to nothing in " + text(time));
      case Decay.Expires(var time) -> Optional.of("gone after " + text(time));
    };
  }

  private static Part fit(FitRules fit) {
    var lines = new ArrayList<String>();
    fit.rules()
        .forEach(
            rule ->
                lines.add(
                    points(rule.milliPoints())
                        + ": "
                        + cut(rule.says().orElse(rule.id()))
                        + ", when "
                        + of(rule.when())));
    lines.add(
        "grades: "
            + fit.bands().stream()
                .map(band -> band.name() + " from " + points(band.milliPoints()))
                .collect(Collectors.joining(", ")));
    if (!fit.needs().isEmpty()) {
      lines.add("no grade while unknown: " + String.join(", ", fit.needs()));
    }
    return new Part("Points of the fit", lines);
  }

  /** {@code type: page and properties.path: begins with /pricing}. */
  private static String of(Pattern pattern) {
    var fields = new ArrayList<String>();
    fields("", pattern.json(), fields);
    return cut(fields.isEmpty() ? "anything happens" : String.join(" and ", fields));
  }

  private static void fields(String path, JsonNode json, List<String> fields) {
    for (var field : json.properties()) {
      var place = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (field.getKey().equals("$or")) {
        fields.add(alternatives(path, field.getValue()));
      } else if (field.getValue().isObject()) {
        fields(place, field.getValue(), fields);
      } else {
        fields.add(place + ": " + values(field.getValue()));
      }
    }
  }

  private static String alternatives(String path, JsonNode each) {
    var all = new ArrayList<String>();
    for (var one : each) {
      var fields = new ArrayList<String>();
      fields(path, one, fields);
      all.add(String.join(" and ", fields));
    }
    return "either " + String.join(", or ", all);
  }

  private static String values(JsonNode values) {
    return values.isArray()
        ? values.valueStream().map(ModelWords::value).collect(Collectors.joining(" or "))
        : value(values);
  }

  private static String value(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    return value.properties().stream()
        .findFirst()
        .map(it -> matcher(it.getKey(), it.getValue()))
        .orElseGet(() -> Json.write(value));
  }

  private static String matcher(String name, JsonNode value) {
    return switch (name) {
      case "exists" -> value.asBoolean() ? "known" : "not known";
      case "numeric" -> numeric(value);
      default ->
          MATCHERS.containsKey(name)
              ? MATCHERS.get(name) + values(value)
              : name + " " + Json.write(value);
    };
  }

  /** {@code [">=", 50, "<", 200]} as {@code >= 50 and < 200}. */
  private static String numeric(JsonNode bounds) {
    var words = new StringBuilder();
    for (var at = 0; at < bounds.size(); at++) {
      words.append(at == 0 ? "" : at % 2 == 0 ? " and " : " ").append(bounds.get(at).asText());
    }
    return words.toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String points(long milliPoints) {
    return Points.ofMilli(milliPoints).toString();
  }

  private static String text(Duration time) {
    return DurationText.ofMillis(time.toMillis());
  }
}
