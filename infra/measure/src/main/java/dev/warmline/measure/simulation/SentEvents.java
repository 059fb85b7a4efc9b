package dev.warmline.measure.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.util.ArrayList;
import java.util.List;

/** Makes events as clients send them, each with an id of its own. */
final class SentEvents {
  static final List<String> ADDRESSES = List.of("jo@acme.example", "kit@b.example");

  /** Each act of sales is by somebody of its own, so that the history tells them apart. */
  private static final String SALES = "kim-";

  /** A stage that was reached, or the word of an act. */
  private static final List<String> OUTCOMES =
      List.of(
          "SAL",
          "SAL",
          "SQL",
          "Customer",
          "Recycled",
          "accepted",
          "returned",
          "returned",
          "lost",
          "disqualified",
          "reopened",
          "handed-over");

  private final Dice dice;
  private int events;

  SentEvents(Dice dice) {
    this.dice = dice;
  }

  List<ObjectNode> pagesWithPaths(String who) {
    var pages = new ArrayList<ObjectNode>();
    for (var i = 0; i <= dice.below(4); i++) {
      var page = event("page", who);
      page.putObject("properties").put("path", dice.pick(List.of("/", "/pricing", "/docs")));
      pages.add(page);
    }
    return pages;
  }

  List<ObjectNode> pages(String who) {
    var pages = new ArrayList<ObjectNode>();
    for (var i = 0; i <= dice.below(4); i++) {
      pages.add(event("page", who));
    }
    return pages;
  }

  ObjectNode track(String name, String who) {
    return event("track", who).put("event", name);
  }

  ObjectNode identify(String who, String device) {
    var identify = event("identify", who).put("anonymousId", device);
    var traits = identify.putObject("traits");
    if (!dice.onceIn(3)) {
      traits.put("email", dice.pick(ADDRESSES));
    }
    traits.put("size", dice.onceIn(9) ? "none" : dice.pick(List.of("big", "small")));
    return identify;
  }

  ObjectNode identifyByForm(String who) {
    var identify = event("identify", who);
    identify.putObject("traits").put("email", dice.pick(ADDRESSES)).put("size", "big");
    return identify;
  }

  /** Of somebody who is known by an address alone, or whom a server gives it. */
  ObjectNode identifyWith(String address, String who) {
    var identify = event("identify", who);
    identify.putObject("traits").put("email", address);
    return identify;
  }

  ObjectNode imported(String who) {
    var facts = event("import", who).put("list", dice.pick(List.of("fair", "webinar")));
    facts.putObject("traits").put("email", dice.pick(ADDRESSES)).put("size", "big");
    if (dice.onceIn(4)) {
      stage(facts, dice.pick(List.of("MQL", "SAL", "Customer")));
    }
    return facts;
  }

  ObjectNode importedAs(String who, String list, String stage) {
    var facts = event("import", who).put("list", list);
    stage(facts, stage);
    return facts;
  }

  private static void stage(ObjectNode facts, String stage) {
    facts.put("stage", stage).put("by", SALES + facts.path("messageId").asText());
  }

  ObjectNode alias(String who, String other) {
    return event("alias", who).put("previousId", other);
  }

  ObjectNode consent(String who, boolean granted) {
    return event("consent", who).put("granted", granted);
  }

  /** About any event so far. */
  ObjectNode verdict(String who) {
    var about = "m" + dice.below(events + 1);
    return event("verdict", who).put("about", about).put("bot", true);
  }

  ObjectNode adjustment(String who, int points) {
    return event("adjustment", who).put("score", "s").put("points", points).put("author", "kim");
  }

  ObjectNode outcome(String who) {
    var outcome = event("outcome", who);
    var said = dice.pick(OUTCOMES);
    outcome.put("by", SALES + outcome.path("messageId").asText());
    return Character.isUpperCase(said.charAt(0))
        ? outcome.put("stage", said)
        : outcome.put("act", said).put("reason", "timing").put("why", "met at the fair");
  }

  /** Somebody who is logged in does it on a device, now and then on that of another. */
  ObjectNode on(String device, ObjectNode event) {
    return event.has("userId") ? event.put("anonymousId", device) : event;
  }

  private ObjectNode event(String type, String who) {
    return EventJson.newObject()
        .put("messageId", "m" + events++)
        .put("type", type)
        .put(who.startsWith("u") ? "userId" : "anonymousId", who);
  }
}
