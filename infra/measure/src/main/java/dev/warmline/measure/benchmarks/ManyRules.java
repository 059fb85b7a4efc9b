package dev.warmline.measure.benchmarks;

import static dev.warmline.measure.benchmarks.PlainRule.daily;
import static dev.warmline.measure.benchmarks.PlainRule.isPage;
import static dev.warmline.measure.benchmarks.PlainRule.isTrack;
import static dev.warmline.measure.benchmarks.PlainRule.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.rule.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * Models with as many rules as wanted, of five kinds in turn, and the same by hand. The first of
 * each kind match the sample events, so that an event hits equally many rules in every model.
 */
final class ManyRules {
  private static final String PAPER = "Whitepaper Downloaded";

  private ManyRules() {}

  static Model model(int count) {
    var json = EventJson.newObject().put("name", "many-rules");
    var rules = json.putObject("scores").putObject("engagement").putArray("rules");
    for (var i = 0; i < count; i++) {
      var rule = rules.addObject().put("id", "rule-" + i).put("points", 1 + i % 20);
      when(i, rule.putObject("when"));
      rule.putObject("limit").put("times", 1).put("per", "day");
      rule.putObject("decay").put("half-life", "30d");
    }
    var enter = json.putObject("qualify").putObject("enter");
    enter.put("score", "engagement").put("at-least", 60);
    return Model.of(json, 1);
  }

  static List<PlainRule> plain(int count) {
    var rules = new ArrayList<PlainRule>();
    for (var i = 0; i < count; i++) {
      rules.add(plainRule(i, word(i)));
    }
    return rules;
  }

  private static void when(int i, ObjectNode when) {
    var word = word(i);
    var type = when.putArray("type");
    switch (i % 5) {
      case 0 -> {
        type.add("track");
        when.putArray("event").add(word);
      }
      case 1 -> {
        type.add("page");
        var path = when.putObject("context").putObject("page").putArray("path");
        path.addObject().put("prefix", word);
      }
      case 2 -> {
        type.add("track");
        when.putArray("event").add(PAPER);
        when.putObject("properties").putArray("title").add(word);
      }
      case 3 -> {
        type.add("track").add("page");
        when.putObject("context").putObject("campaign").putArray("source").add(word);
      }
      default -> {
        type.add("track");
        when.putArray("event").add(word);
        var total = when.putObject("properties").putArray("total");
        total.addObject().putArray("numeric").add(">=").add(i);
      }
    }
  }

  private static PlainRule plainRule(int i, String word) {
    var points = 1.0 + i % 20;
    return switch (i % 5) {
      case 0 -> daily(points, event -> isTrack(event, word));
      case 1 ->
          daily(
              points,
              event -> isPage(event) && text(event, "context", "page", "path").startsWith(word));
      case 2 ->
          daily(
              points,
              event -> isTrack(event, PAPER) && text(event, "properties", "title").equals(word));
      case 3 ->
          daily(
              points,
              event ->
                  (event.type() == EventType.TRACK || isPage(event))
                      && text(event, "context", "campaign", "source").equals(word));
      default ->
          daily(
              points,
              event ->
                  isTrack(event, word)
                      && event.object("properties").path("total").asDouble(-1) >= i);
    };
  }

  private static String word(int i) {
    return switch (i) {
      case 0 -> PAPER;
      case 1 -> "/pricing";
      case 2 -> "Pricing guide";
      case 3 -> "newsletter";
      default -> (i % 5 == 1 ? "/section-" : "Word ") + i;
    };
  }
}
