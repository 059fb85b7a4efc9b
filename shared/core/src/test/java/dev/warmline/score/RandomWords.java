package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Adds the later words of the language to random models and events: the same for the same seed, and
 * nothing else of them changes.
 */
final class RandomWords {
  private static final List<JsonNode> TITLES =
      List.of(
          TextNode.valueOf("VP of Sales"),
          TextNode.valueOf("vp, sales"),
          TextNode.valueOf("Head-of Growth"),
          TextNode.valueOf("Test page"),
          TextNode.valueOf("ВЕДУЩИЙ директор"),
          TextNode.valueOf("営業部長"),
          TextNode.valueOf("500"),
          IntNode.valueOf(500));
  private static final List<String> WORDS = List.of("vp", "head of", "Директор", "部長", "500");
  private static final List<String> PARTS = List.of("SALES", "growth", "test", "50", "дир");
  private static final List<String> SPANS = List.of("1h", "7h", "1d", "36h", "3d", "1w");

  private final Random random;

  RandomWords(long seed) {
    this.random = new Random(31 * seed + 7);
  }

  JsonNode title() {
    return pick(TITLES);
  }

  ObjectNode addTo(ObjectNode model) {
    model.path("scores").forEach(score -> score((ObjectNode) score));
    if (chance(30)) {
      var ignored = model.putArray("ignore").addObject().putObject("properties").putArray("title");
      ignored.addObject().put("contains", pick(PARTS));
    }
    if (chance(40)) {
      model.put("currency", pick(List.of("eur", "USD"))).putObject("currencies").put("GBP", 1.17);
      model.withObject("/currencies").put(pick(List.of("USD", "EUR")), 0.915_432);
    }
    if (chance(40)) {
      var facts = model.putObject("facts");
      facts.putObject("size").put("read", "lower-bound").putArray("from").add("seats").add("size");
      facts.putObject("company").putArray("from").add("name");
    }
    if (model.path("fit") instanceof ObjectNode fit && chance(40)) {
      fit.putArray("needs").add(pick(List.of("employees", "size", "company", "email")));
    }
    if (chance(40)) {
      sum((ObjectNode) model.path("qualify"), summands(model));
    }
    if (chance(50)) {
      var qualify = ((ObjectNode) model.path("qualify")).put("hand-over", "when-ready");
      var ready = qualify.putObject("ready");
      var way = pick(List.of("at-least", "below"));
      summands(model).forEach(ready.put(way, 3 + random.nextInt(15)).putArray("sum")::add);
    }
    if (chance(50)) {
      var limit = ((ObjectNode) model.path("qualify")).putObject("contact-limit");
      limit.put("times", 1 + random.nextInt(4)).put("within", pick(SPANS.subList(0, 5)));
      if (chance(60)) {
        limit.putObject("when").putArray("event").add(pick(List.of("A", "B", "F")));
      }
    }
    return model;
  }

  private void score(ObjectNode score) {
    var isParted = score.path("groups").path("g") instanceof ObjectNode && chance(60);
    if (isParted) {
      var most = score.withObject("/groups/g").putObject("max");
      most.put("points", 5 + random.nextInt(20))
          .put("per", "properties." + pick(List.of("x", "title")));
    }
    for (var one : score.path("rules")) {
      var rule = (ObjectNode) one;
      if (isParted && rule.has("group")) {
        rule.remove(List.of("max", "min"));
      }
      if (chance(35)) {
        var titles = rule.putObject("when").putObject("properties").putArray("title");
        for (var i = 0; i <= random.nextInt(2); i++) {
          match(titles);
        }
      }
      if (rule.path("points").doubleValue() < 0 && chance(60)) {
        rule.remove("quiet");
        rule.put("idle", pick(SPANS));
      }
    }
  }

  private void match(ArrayNode titles) {
    switch (random.nextInt(4)) {
      case 0 -> titles.addObject().put("contains", pick(PARTS));
      case 1 -> titles.add(pick(TITLES));
      default -> titles.addObject().putArray("has-word").add(pick(WORDS)).add("nobody");
    }
  }

  /** An exit that still excludes its enter, most often at other points than it. */
  private void sum(ObjectNode qualify, List<String> of) {
    var least = 5 + random.nextInt(15);
    var enter = (ObjectNode) qualify.path("enter");
    var parts = (ArrayNode) enter.elements().next();
    of.forEach(parts.addObject().put("at-least", least).putArray("sum")::add);
    var exit = (ArrayNode) qualify.path("exit").path("all");
    of.forEach(exit.addObject().put("below", least - random.nextInt(4)).putArray("sum")::add);
  }

  private List<String> summands(ObjectNode model) {
    var of = new ArrayList<>(List.of("first"));
    if (model.path("scores").has("second") && chance(60)) {
      of.add("second");
    }
    if (model.has("fit") && chance(60)) {
      of.add("fit");
    }
    return of;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
