package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Random models and histories, the same for the same seed. Times lie close together and durations
 * repeat, so that windows end on events, and the clocks change in the middle.
 */
final class RandomCases {
  static final Instant START = Instant.parse("2026-03-25T22:00:00Z");
  private static final List<String> DURATIONS =
      List.of("1h", "3h", "24h", "1d", "36h", "2d", "5d", "1w", "90m", "7201s");
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu");
  private static final List<String> NAMES = List.of("A", "B", "C", "F", "Order Completed");
  private static final List<String> CHOICES = List.of("Email Unsubscribed", "Email Resubscribed");
  private static final List<JsonNode> VALUES =
      List.of(
          TextNode.valueOf("1"),
          IntNode.valueOf(1),
          DoubleNode.valueOf(1.0),
          BooleanNode.TRUE,
          TextNode.valueOf("two"),
          TextNode.valueOf("three"));

  private final Random random;
  private final RandomWords words;

  RandomCases(long seed) {
    this.random = new Random(seed);
    this.words = new RandomWords(seed);
  }

  /** A model of the first format. */
  Model model() {
    return Model.of(source(), 1);
  }

  /** The same with the words that came later. */
  Model modelWithWords() {
    return Model.of(words.addTo(source()), 1);
  }

  private ObjectNode source() {
    var json = EventJson.newObject();
    json.put("name", "random");
    json.put("time-zone", pick(ZONES));
    if (chance(70)) {
      json.put("retention", pick(List.of("6d", "8d", "10d")));
      json.put("lookback", pick(List.of("1d", "3d", "5d", "6d")));
    }
    var scores = json.putObject("scores");
    for (var name : List.of("first", "second").subList(0, 1 + random.nextInt(2))) {
      score(scores.putObject(name), name);
    }
    if (chance(60)) {
      fit(json.putObject("fit"));
    }
    qualify(json.putObject("qualify"), json.has("fit"));
    if (chance(30)) {
      // A segment must not name a topic of no rule.
      if (scores.toString().contains("\"topic\":\"t1\"")) {
        var segment = json.withArray("segments").addObject().put("id", "minded");
        segment.putObject("when").putArray("interests").add("t1");
      }
      var direct = json.withArray("segments").addObject().put("id", "direct");
      direct.putObject("when").putArray("leadSource").add("direct");
    }
    return json;
  }

  private void score(ObjectNode score, String name) {
    if (chance(30)) {
      score.put("min", -random.nextInt(30));
    }
    if (chance(40)) {
      score.put("max", 10 + random.nextInt(40));
    }
    if (chance(50)) {
      var group = score.putObject("groups").putObject("g");
      group.put("max", 5 + random.nextInt(30));
      if (chance(30)) {
        group.put("min", -random.nextInt(20));
      }
    }
    if (chance(20)) {
      score.putObject("bands").put("hot", 20).put("warm", 7.5).put("cold", 0);
    }
    var rules = score.putArray("rules");
    var count = 1 + random.nextInt(4);
    for (var i = 0; i < count; i++) {
      rule(rules.addObject(), name + i, score.has("groups"));
    }
  }

  private void rule(ObjectNode rule, String id, boolean groups) {
    rule.put("id", id);
    rule.put("says", "Did {event} to {properties.x}");
    rule.putObject("when").putArray("event").add(pick(NAMES));
    var points = (random.nextInt(40) - 12) / 4.0;
    rule.put("points", points);
    if (chance(50)) {
      rule.put("topic", pick(List.of("t1", "t2")));
    }
    if (chance(50)) {
      limit(rule.putObject("limit"));
    }
    if (points < 0 && chance(40)) {
      rule.put("quiet", pick(DURATIONS));
    } else if (chance(30)) {
      after(rule.putObject("after"));
    }
    if (chance(30)) {
      rule.put("max", 1 + random.nextInt(20));
    }
    if (chance(20)) {
      rule.put("min", -random.nextInt(10) - 1);
    }
    if (groups && chance(60)) {
      rule.put("group", "g");
    }
    if (chance(75)) {
      rule.putObject("decay").put(pick(List.of("half-life", "linear", "expires")), pick(DURATIONS));
    }
  }

  private void limit(ObjectNode limit) {
    limit.put("times", 1 + random.nextInt(3));
    if (chance(80)) {
      limit.put(
          "per", chance(50) ? pick(List.of("day", "week", "month", "ever")) : pick(DURATIONS));
    }
    if (chance(40)) {
      limit.put("distinct", "properties.x");
    }
  }

  private void after(ObjectNode after) {
    after.put("times", 1 + random.nextInt(3));
    after.put("within", pick(DURATIONS));
    if (chance(50)) {
      after.put("per", "day");
    }
  }

  private void fit(ObjectNode fit) {
    fit.putObject("bands").put("B", 5).put("A", 10).put("C", 0);
    var rules = fit.putArray("rules");
    var big = rules.addObject().put("id", "big").put("points", 6);
    numeric(big.putObject("when").putObject("traits"), "size", 100);
    var known = rules.addObject().put("id", "known").put("points", 2.5);
    known.putObject("when").putObject("traits").putArray("company").add("Acme");
    var domain = rules.addObject().put("id", "domain").put("points", 1);
    domain.putObject("when").putObject("traits").putArray("emailDomain").add("Bücher.example");
    var staff = rules.addObject().put("id", "staff").put("points", 1.5);
    numeric(staff.putObject("when").putObject("traits"), "employees", 40);
    var buyer = rules.addObject().put("id", "buyer").put("points", 4.5);
    buyer.putObject("when").putObject("traits").putArray("purchases").add(1);
  }

  private static void numeric(ObjectNode traits, String name, int least) {
    traits.putArray(name).addObject().putArray("numeric").add(">=").add(least);
  }

  private void qualify(ObjectNode qualify, boolean fit) {
    var enter = 4 + random.nextInt(20);
    var all = qualify.putObject("enter").putArray(chance(50) ? "all" : "any");
    all.addObject().put("score", "first").put("at-least", enter);
    if (fit && chance(40)) {
      all.addObject().put("grade", "B");
    }
    var exit = qualify.putObject("exit").putArray("all");
    exit.addObject().put("score", "first").put("below", enter - random.nextInt(4));
    if (fit) {
      exit.addObject().putObject("not").put("grade", "B");
    }
    if (chance(50)) {
      qualify.putObject("prospect").put("score", "first").put("at-least", 2);
    }
    if (chance(50)) {
      var track = qualify.putArray("fast-track").addObject().put("says", "Asked for {event}");
      track.putObject("when").putArray("event").add("F");
      qualify.put("fast-track-within", pick(DURATIONS));
    }
    if (chance(30)) {
      qualify.putArray("required").add("email").add("size").add("company");
    }
  }

  List<Event> history(int most) {
    var count = random.nextInt(most + 1);
    var events = new ArrayList<Event>();
    for (var i = 0; i < count; i++) {
      events.add(event(chance(95) ? "e" + i : "e0"));
    }
    return events;
  }

  /** The same, where some in a hundred have copies under their ids: near and far, by other ways. */
  List<Event> historyWithTwins(int most, int percent) {
    var events = new ArrayList<>(history(most));
    for (var i = 0; i < events.size() && events.size() < 3 * most; i++) {
      if (chance(percent)) {
        events.add(twin(events.get(i)));
      }
    }
    return events;
  }

  private Event twin(Event of) {
    var json = of.json().deepCopy();
    json.remove(List.of("profile", "userId", "anonymousId", "receivedAt"));
    var halfHours = pick(List.of(0, 1, 7, 30, 47, 48, 49, 72, 96, 200));
    var at = of.occurredAt().plusSeconds((chance(70) ? 1_800L : -1_800L) * halfHours);
    json.put("occurredAt", EventJson.format(at.plusMillis(chance(20) ? random.nextInt(3) - 1 : 0)));
    json.put(chance(50) ? "userId" : "anonymousId", pick(List.of("u1", "u1", "u2")));
    if (!of.type().needsServerTrust()) {
      json.put("trust", chance(50) ? "server" : "browser");
    }
    if (of.type() == EventType.TRACK && chance(30)) {
      json.put("event", pick(NAMES));
    }
    return EventJson.of(json);
  }

  private Event event(String id) {
    var json = EventJson.newObject().put("id", id);
    var at = START.plusSeconds(1_800L * random.nextInt(400)).plusMillis(random.nextInt(3) - 1);
    json.put("occurredAt", EventJson.format(at));
    json.put(chance(70) ? "userId" : "anonymousId", "u1");
    json.put("trust", chance(50) ? "server" : "browser");
    var dice = random.nextInt(100);
    if (dice < 5) {
      decided(json).put("type", "email").put("event", pick(CHOICES));
    } else if (dice < 75) {
      json.put("type", pick(List.of("track", "page"))).put("event", pick(NAMES));
      var properties = json.putObject("properties");
      properties.put("total", chance(80) ? "9.5" : "none");
      if (chance(40)) {
        properties.put("currency", pick(List.of("EUR", "usd", "USD")));
      }
      properties.set("x", pick(VALUES));
      properties.set("title", words.title());
    } else if (dice < 87) {
      var type = pick(List.of("identify", "identify", "group"));
      traits(json.put("type", type).putObject("traits"));
    } else if (dice < 93) {
      decided(json).put("type", "adjustment").put("score", pick(List.of("first", "second")));
      json.put("points", random.nextInt(20) - 8).put("author", "kim").put("note", "met");
    } else if (dice < 97) {
      decided(json)
          .put("type", "verdict")
          .put("about", "e" + random.nextInt(6))
          .put("bot", chance(60));
    } else {
      decided(json).put("type", "consent").put("granted", chance(60));
    }
    return EventJson.of(json);
  }

  private void traits(ObjectNode traits) {
    traits.put("size", pick(List.of("20", "500")));
    traits.put(
        "email", pick(List.of("a@Corp.Example", "<a@corp.example>", "b@bücher.example", "x@")));
    if (chance(20)) {
      traits.put("unsubscribed", chance(50));
    }
    if (chance(50)) {
      traits.put("name", pick(List.of("Ann", "Acme")));
      traits.put("employees", pick(List.of("11-50", "1,000+", "many")));
    }
  }

  /** What people decided is hardly ever sent by a browser, and then means nothing. */
  private ObjectNode decided(ObjectNode json) {
    return json.put("trust", chance(90) ? "server" : "browser");
  }

  Instant asOf() {
    return START.plusSeconds(1_800L * random.nextInt(440));
  }

  List<Event> shuffledWithRepeats(List<Event> events) {
    var mixed = new ArrayList<Event>(events);
    Stream.generate(() -> events)
        .limit(events.isEmpty() ? 0 : 5)
        .forEach(given -> mixed.add(given.get(random.nextInt(given.size()))));
    java.util.Collections.shuffle(mixed, random);
    return mixed;
  }

  int next(int bound) {
    return random.nextInt(bound);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
