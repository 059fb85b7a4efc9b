package dev.warmline.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.rule.FitRules;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The later words of the language mean what an oracle says that was written apart. */
class WordsOracleLaws {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<String> TITLES =
      List.of(
          "VP of Sales",
          "vp, sales",
          "co-head OF growth",
          "Overhead",
          "Ведущий ДИРЕКТОР",
          "Test",
          "500");
  private static final List<String> WORDS = List.of("vp", "head of", "директор", "500", "sales");
  private static final List<String> PARTS = List.of("SALES", "head", "0", "ДИР", "est");
  private static final List<String> NAMES = List.of("A", "B", "Order Completed");

  @Property(tries = 2_000)
  void pointsFitSumsAndPurchasesAreThoseOfTheOracle(@ForAll long seed) {
    var random = new Random(seed);
    var source = model(random);
    var events = events(random);
    var asOf = START.plusSeconds(3_600L * random.nextInt(400));
    var oracle = new WordsOracle(source, events, asOf);

    var logged = events.stream().map(EventJson::of).toList();
    var card = Scorer.score(logged, Model.of(source, 1), asOf);

    assertThat(Objects.requireNonNull(card.scores().get("s")).points().milli())
        .isEqualTo(1_000 * oracle.score());
    assertThat(card.fit().orElseThrow().points().milli()).isEqualTo(1_000 * oracle.fit());
    assertThat(card.fit().orElseThrow().grade().equals(FitRules.UNKNOWN))
        .isEqualTo(oracle.isGradeUnknown());
    assertThat(card.qualifies().enter()).isEqualTo(oracle.enter());
    var bought = card.traits().get("purchaseValue");
    if (oracle.purchases() == null) {
      assertThat(bought).isNull();
    } else {
      assertThat(bought.decimalValue()).isEqualByComparingTo(oracle.purchases());
    }
  }

  private static ObjectNode model(Random random) {
    var model = EventJson.newObject().put("name", "words").put("currency", "EUR");
    model.put("retention", "240h").put("lookback", "150h");
    model.putObject("currencies").put("USD", 0.5);
    var score = model.putObject("scores").putObject("s").put("min", -100_000);
    var most = score.putObject("groups").putObject("g").putObject("max");
    most.put("points", 5 + random.nextInt(15)).put("per", "properties.program");
    var rules = score.putArray("rules");
    for (var i = 0; i <= random.nextInt(4); i++) {
      rule(rules.addObject().put("id", "r" + i), random);
    }
    if (random.nextInt(3) == 0) {
      match(model.putArray("ignore").addObject().putObject("properties").putArray("title"), random);
    }
    var fit = model.putObject("fit");
    fit.putObject("bands").put("A", 3).put("B", 0);
    var titled = fit.putArray("rules").addObject().put("id", "t").put("points", 4);
    match(titled.putObject("when").putObject("traits").putArray("title"), random);
    if (random.nextBoolean()) {
      fit.putArray("needs").add("seats");
      model
          .putObject("facts")
          .putObject("seats")
          .put("read", "lower-bound")
          .putArray("from")
          .add("seats");
    }
    var enter = model.putObject("qualify").putObject("enter").put("at-least", random.nextInt(30));
    enter.putArray("sum").add("s").add("fit");
    return model;
  }

  private static void rule(ObjectNode rule, Random random) {
    var points = random.nextInt(16) - 6;
    rule.put("points", points);
    if (random.nextInt(3) == 0) {
      rule.putObject("when").putArray("event").add(pick(NAMES, random));
    } else {
      var titles = rule.putObject("when").putObject("properties").putArray("title");
      for (var i = 0; i <= random.nextInt(3); i++) {
        match(titles, random);
      }
    }
    if (points < 0 && random.nextInt(4) > 0) {
      rule.put("idle", 1 + random.nextInt(60) + "h");
    }
    if (random.nextInt(3) == 0) {
      rule.putObject("limit").put("times", 1 + random.nextInt(4));
    }
    if (random.nextBoolean()) {
      rule.put("group", "g");
    }
    if (random.nextInt(3) == 0) {
      rule.putObject("decay").put("expires", 1 + random.nextInt(100) + "h");
    }
  }

  private static void match(ArrayNode matches, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> matches.addObject().put("contains", pick(PARTS, random));
      case 1 -> matches.addObject().putArray("numeric").add(">=").add(500);
      case 2 -> matches.add(pick(TITLES, random));
      default -> matches.addObject().putArray("has-word").add(pick(WORDS, random)).add("nobody");
    }
  }

  private static List<ObjectNode> events(Random random) {
    var events = new ArrayList<ObjectNode>();
    for (var i = 0; i <= random.nextInt(20); i++) {
      events.add(event(i, random));
    }
    return events;
  }

  private static ObjectNode event(int number, Random random) {
    var event = EventJson.newObject().put("id", "e" + number).put("userId", "u-1");
    event.put("trust", "server");
    var at = START.plusSeconds(3_600L * random.nextInt(360)).plusMillis(number);
    event.put("occurredAt", EventJson.format(at));
    if (random.nextInt(5) == 0) {
      var traits = event.put("type", "identify").putObject("traits");
      traits
          .put("title", pick(TITLES, random))
          .put("seats", pick(List.of("11-50", "many"), random));
      return event;
    }
    var properties =
        event.put("type", "track").put("event", pick(NAMES, random)).putObject("properties");
    properties.put("program", pick(List.of("X", "Y", "5"), random)).put("total", random.nextInt(9));
    if (random.nextBoolean()) {
      properties.put("currency", pick(List.of("EUR", "USD", "JPY"), random));
    }
    if (random.nextInt(3) == 0) {
      properties.put("title", 500);
    } else {
      properties.put("title", pick(TITLES, random));
    }
    return event;
  }

  private static <T> T pick(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
