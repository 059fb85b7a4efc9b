package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.stream.IntStream;

/** The events of leads that are large, and of their neighbours. */
final class LargeEvents {
  private LargeEvents() {}

  static ProfileKey key(String user) {
    return Profile.user(user).orElseThrow().key();
  }

  /** The page that a user saw; the higher the number, the longer ago. */
  static Event page(int number, String user, boolean isBrowser, Instant newest) {
    var json = json("p-" + number, "page", user, newest.minusSeconds(60L + number * 30L));
    json.put("trust", isBrowser ? "browser" : "server");
    json.putObject("properties")
        .put("path", "/page-" + number % 1_000)
        .put("title", "Page " + number)
        .put("url", "https://www.example.com/page-" + number + "?session=" + number * 7_919L);
    json.putObject("context").put("userAgent", "Mozilla/5.0 (X11; Linux x86_64) " + number);
    return EventJson.of(json);
  }

  /** What is known of a user, in so many small traits. */
  static Event identify(String id, String user, int traits, Instant at) {
    var json = json(id, "identify", user, at);
    var all = json.putObject("traits").put("email", user + "@example.com");
    IntStream.range(0, traits).forEach(i -> all.put("t" + i, i % 10));
    return EventJson.of(json);
  }

  /** What only the whole log can tell the meaning of. */
  static Event consent(String id, String user, Instant at) {
    return EventJson.of(json(id, "consent", user, at).put("granted", true));
  }

  static ObjectNode json(String id, String type, String user, Instant at) {
    return EventJson.newObject()
        .put("id", id)
        .put("type", type)
        .put("userId", user)
        .put("source", "proof")
        .put("occurredAt", EventJson.format(at))
        .put("receivedAt", EventJson.format(at));
  }
}
