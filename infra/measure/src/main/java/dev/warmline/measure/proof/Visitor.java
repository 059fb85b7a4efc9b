package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One visitor and everything they do in the three weeks before now. */
final class Visitor {
  private static final Duration LONG_AGO = Duration.ofDays(20);

  private final int number;
  private final Persona persona;
  private final Instant now;
  private final Random random;
  private final List<Sent> events = new ArrayList<>();

  private Visitor(int number, Persona persona, Instant now, Random random) {
    this.number = number;
    this.persona = persona;
    this.now = now;
    this.random = random;
  }

  /** The events of a visitor of this kind, {@code count} of them. */
  static List<Sent> events(int number, Persona persona, int count, Instant now, Random random) {
    var visitor = new Visitor(number, persona, now, random);
    visitor.tellWho();
    visitor.actOn();
    while (visitor.events.size() < count) {
      visitor.read();
    }
    return List.copyOf(visitor.events);
  }

  private void tellWho() {
    if (persona == Persona.STRANGER) {
      return;
    }
    identify(device(0), Client.BROWSER_KEY);
    identify(device(1), Client.SERVER_KEY);
    if (persona == Persona.READER || persona == Persona.HOT) {
      identify("shared-" + number / Persona.values().length, Client.BROWSER_KEY);
    }
  }

  private void actOn() {
    if (persona.isActive()) {
      track("Whitepaper Downloaded", Duration.ofDays(9)).put("title", "Guide one");
      track("Whitepaper Downloaded", Duration.ofDays(8)).put("title", "Guide two");
      track("Form Submitted", Duration.ofDays(3)).put("form", "contact");
      track("Webinar Registered", Duration.ofDays(4)).put("title", "Start well");
    }
    if (persona.readsPricing()) {
      for (var days = 1; days <= 3; days++) {
        page("/pricing", Duration.ofDays(days));
      }
    }
    if (persona == Persona.POOR_FIT) {
      track("Whitepaper Downloaded", Duration.ofDays(9)).put("title", "Guide one");
    }
    if (persona == Persona.ASKS_FOR_DEMO) {
      track("Demo Requested", Duration.ofDays(2)).put("form", "demo");
    }
    if (persona == Persona.READER) {
      page("/careers", Duration.ofDays(5));
    }
    if (persona == Persona.HOT_UNDER_TWO_IDS) {
      var mail =
          event("track", Duration.ofDays(6), Client.SERVER_KEY).put("event", "Newsletter Read");
      mail.remove(List.of("anonymousId", "userId"));
      mail.put("email", email());
    }
  }

  private void read() {
    if (random.nextInt(12) == 0) {
      track("Video Watched", within(LONG_AGO)).put("title", "Video " + random.nextInt(5));
    } else {
      page("/articles/" + random.nextInt(40), within(LONG_AGO));
    }
  }

  private void identify(String anonymousId, String key) {
    var event = event("identify", within(Duration.ofDays(10)), key);
    event.put("anonymousId", anonymousId).put("userId", "user-" + number);
    var traits = event.putObject("traits").put("email", email()).put("name", "Visitor " + number);
    if (persona != Persona.NO_COMPANY) {
      traits.put("company", "Company " + number);
    }
    if (persona != Persona.POOR_FIT) {
      traits.put("employees", 450).put("role", "head");
    }
  }

  private ObjectNode track(String name, Duration ago) {
    return event("track", ago, Client.BROWSER_KEY).put("event", name).putObject("properties");
  }

  private void page(String path, Duration ago) {
    var event = event("page", ago, Client.BROWSER_KEY);
    event.putObject("properties").put("path", path);
    if (persona == Persona.READER && random.nextInt(4) == 0) {
      event.put("anonymousId", "shared-" + number / Persona.values().length).remove("userId");
    }
  }

  private ObjectNode event(String type, Duration ago, String key) {
    var jitter = Duration.ofMillis(60_000 + random.nextInt(7_200_000));
    var json = Client.MAPPER.createObjectNode();
    json.put("type", type).put("messageId", "m-" + number + "-" + events.size());
    json.put("timestamp", EventJson.format(now.minus(ago).minus(jitter)));
    json.put("anonymousId", device(random.nextInt(2)));
    if (persona != Persona.STRANGER && random.nextInt(3) == 0) {
      json.put("userId", "user-" + number);
    }
    events.add(new Sent(key, json));
    return json;
  }

  private Duration within(Duration longest) {
    return Duration.ofMillis(random.nextLong(longest.toMillis()));
  }

  private String device(int index) {
    var second = persona == Persona.HOT_ON_TWO_DEVICES ? index : 0;
    return "device-" + number + "-" + second;
  }

  private String email() {
    return switch (persona) {
      case POOR_FIT -> "visitor" + number + "@gmail.com";
      case COMPETITOR -> "visitor" + number + "@competitor.example";
      case HOT,
          HOT_ON_TWO_DEVICES,
          ASKS_FOR_DEMO,
          HOT_UNDER_TWO_IDS,
          NO_COMPANY,
          READER,
          STRANGER ->
          "visitor" + number + "@company" + number + ".example";
    };
  }
}
