package dev.warmline.usecase;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Random models, and people who come on several devices: the same for the same seed. */
final class RandomTraffic {
  static final Instant START = Instant.parse("2026-03-20T08:00:00Z");
  private static final List<String> SPANS = List.of("6h", "1d", "2d", "7d", "30d");

  private final Random random;

  RandomTraffic(long seed) {
    this.random = new Random(seed);
  }

  String model() {
    return """
    {"name":"random","retention":"%s","lookback":"10d","scores":{"s":{"max":%d,"rules":[
      {"id":"page","says":"Saw {properties.path}","when":{"type":["page"]},"points":%d%s},
      {"id":"deed","says":"Did {event}","topic":"deeds","when":{"type":["track"]},"points":8,
       "decay":{"half-life":"%s"}%s},
      {"id":"silent","when":{"type":["page","track"]},"quiet":"%s","points":-3},
      {"id":"often","when":{"type":["page"]},"after":{"times":2,"within":"%s"},"points":5,
       "decay":{"linear":"%s"}}]}},
     "fit":{"bands":{"A":5,"B":0},
            "rules":[{"id":"big","when":{"traits":{"size":["big"]}},"points":6}]},
     "segments":[{"id":"doers","when":{"interests":["deeds"]}}],
     "recycle":{"after":"3d"},
     "qualify":{"enter":{"score":"s","at-least":%d},"exit":{"score":"s","below":6},
                "cool-down":"1d","fast-track":[{"when":{"event":["Demo"]}}]%s}}
    """
        .formatted(
            pick(List.of("15d", "40d", "400d")),
            30 + next(60),
            1 + next(9),
            limit(),
            pick(SPANS),
            limit(),
            pick(SPANS),
            pick(SPANS),
            pick(SPANS),
            12 + next(30),
            next(2) == 0 ? ",\"required\":[\"email\"]" : "");
  }

  /** Batches in the order they arrive: mostly as things happened, some late, some twice. */
  List<List<Event>> batches(int most) {
    var arriving = new ArrayList<Arrival>();
    var count = 1 + next(most);
    for (var i = 0; i < count; i++) {
      var event = event("e" + i);
      var delay = next(6) == 0 ? next(2 * 86_400) : next(600);
      arriving.add(new Arrival(event.occurredAt().plusSeconds(delay), event));
      if (next(8) == 0) {
        arriving.add(new Arrival(event.occurredAt().plusSeconds(next(86_400)), event));
      }
    }
    arriving.sort(Comparator.comparing(Arrival::at));
    var batches = new ArrayList<List<Event>>();
    for (var i = 0; i < arriving.size(); ) {
      var to = Math.min(arriving.size(), i + 1 + next(4));
      batches.add(arriving.subList(i, to).stream().map(Arrival::event).toList());
      i = to;
    }
    return batches;
  }

  int next(int bound) {
    return random.nextInt(bound);
  }

  private record Arrival(Instant at, Event event) {}

  private Event event(String id) {
    var dice = next(100);
    var built =
        switch (dice / 5) {
          case 0 ->
              TestEvents.identify(id)
                  .trait("email", pick(List.of("j@acme.example", "k@b.example")));
          case 1, 2 -> TestEvents.identify(id).trait("size", pick(List.of("big", "small")));
          case 3 -> TestEvents.event(id, EventType.IMPORT).trait("role", "cto");
          case 4 -> adjustment(id);
          case 5 -> verdict(id);
          case 6 -> consent(id);
          case 7 ->
              TestEvents.track(id, next(4) == 0 ? "Demo" : "Order Completed").property("total", 9);
          case 8, 9, 10 -> TestEvents.track(id, pick(List.of("Download", "Webinar")));
          default -> TestEvents.page(id, pick(List.of("/", "/pricing", "/docs")));
        };
    built.at(START.plusSeconds(600L * next(5_000)).toString());
    var who = next(10);
    if (who < 7) {
      built.user(who < 5 ? "u-1" : "u-2");
    }
    if (who > 3) {
      built.anonymous("a-" + next(2));
    }
    return next(3) == 0 && dice >= 35 ? built.browser("site").build() : built.build();
  }

  private TestEvents adjustment(String id) {
    var built = TestEvents.event(id, EventType.ADJUSTMENT);
    built.json().put("score", "s").put("points", next(20) - 8).put("author", "kim");
    return built;
  }

  private TestEvents verdict(String id) {
    var built = TestEvents.event(id, EventType.VERDICT);
    built.json().put("about", "e" + next(40)).put("bot", next(3) > 0);
    return built;
  }

  private TestEvents consent(String id) {
    var built = TestEvents.event(id, EventType.CONSENT);
    built.json().put("granted", next(4) > 0);
    return built;
  }

  private String limit() {
    return switch (next(5)) {
      case 0 -> "";
      case 1 -> ",\"limit\":{\"times\":2,\"per\":\"day\"}";
      case 2 -> ",\"limit\":{\"times\":1,\"distinct\":\"properties.path\"}";
      case 3 -> ",\"limit\":{\"times\":3,\"per\":\"month\"}";
      default -> ",\"limit\":{\"times\":1,\"per\":\"" + pick(SPANS) + "\"}";
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
