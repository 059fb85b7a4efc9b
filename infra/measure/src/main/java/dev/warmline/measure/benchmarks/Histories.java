package dev.warmline.measure.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The histories that are scored: what one busy person does within 300 days, always the same. */
final class Histories {
  /** The instant at which they are scored. */
  static final Instant AS_OF = Instant.parse("2026-03-08T00:00:00Z");

  private static final Duration SPAN = Duration.ofDays(300);
  private static final List<String> PATHS =
      List.of("/", "/guides", "/blog/scoring", "/docs/start", "/pricing", "/about", "/careers");
  private static final List<String> TITLES =
      List.of("Pricing guide", "Scoring in practice", "Lead handoff", "Benchmarks of 2026");
  private static final List<String> TRACKS =
      List.of(
          "Whitepaper Downloaded", "Form Submitted", "Video Played", "Search Done", "Menu Opened");

  private Histories() {}

  static List<Event> of(int count) {
    var random = new Random(42);
    var events = new ArrayList<Event>();
    for (var i = 0; i < count; i++) {
      events.add(event(i, AS_OF.minus(SPAN.multipliedBy(count - i).dividedBy(count + 1)), random));
    }
    return List.copyOf(events);
  }

  private static Event event(int i, Instant at, Random random) {
    var json = EventJson.newObject().put("id", "m-" + i).put("userId", "u-7");
    json.put("occurredAt", EventJson.format(at)).put("source", "website").put("trust", "browser");
    if (i == 0) {
      var traits = json.put("type", "identify").putObject("traits");
      traits.put("email", "sam@corp.example").put("employees", 400).put("role", "CTO");
      return EventJson.of(json);
    }
    var dice = random.nextInt(100);
    if (dice < 60) {
      page(json, random);
    } else if (dice < 90) {
      track(json, random);
    } else {
      json.put("type", "email").put("trust", "server");
      json.put("event", dice < 97 ? "Email Clicked" : "Email Opened");
    }
    return EventJson.of(json);
  }

  private static void page(ObjectNode json, Random random) {
    var path = pick(PATHS, random);
    json.put("type", "page").put("name", path).putObject("properties").put("path", path);
    context(json, path, random);
  }

  private static void track(ObjectNode json, Random random) {
    json.put("type", "track").put("event", pick(TRACKS, random));
    json.putObject("properties").put("title", pick(TITLES, random)).put("position", "3");
    context(json, "/guides", random);
  }

  private static void context(ObjectNode json, String path, Random random) {
    var context = json.putObject("context");
    context.putObject("page").put("path", path).put("url", "https://x.example" + path);
    if (random.nextInt(10) == 0) {
      context.putObject("campaign").put("source", "newsletter").put("medium", "social");
    }
    context.put("userAgent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0");
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
