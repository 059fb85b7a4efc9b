package dev.warmline.functions.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventLog;
import dev.warmline.lead.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * What a lead did, the newest first: so many of them, out of as many as are looked at.
 *
 * @param all those that were looked at, if they are asked for
 * @param isWhole whether every event was looked at
 */
public record LeadTimeline(List<Event> newest, List<Event> all, boolean isWhole) {
  /** How many are shown. */
  static final int MOST = 200;

  /** How many are looked at: the log is in no order. */
  static final int MOST_READ = 20_000;

  private static final int LONGEST = 200;

  /** The newest alone. */
  static LeadTimeline read(EventLog log, Identity identity) {
    return read(log, identity, new ArrayList<>(), false);
  }

  /** With all that were looked at. */
  public static LeadTimeline whole(EventLog log, Identity identity) {
    return read(log, identity, new ArrayList<>(), true);
  }

  private static LeadTimeline read(
      EventLog log, Identity identity, List<Event> all, boolean keepsAll) {
    var kept = new PriorityQueue<>(Event.ORDER);
    var read = new int[1];
    log.read(
        identity.profiles(),
        Optional.empty(),
        event -> {
          if (identity.owns(event)) {
            if (keepsAll) {
              all.add(event);
            }
            kept.add(event);
            if (kept.size() > MOST) {
              kept.poll();
            }
          }
          return ++read[0] < MOST_READ;
        });
    var newest = new ArrayList<>(kept);
    newest.sort(Event.ORDER.reversed());
    return new LeadTimeline(newest, all, read[0] < MOST_READ);
  }

  void write(ObjectNode json) {
    var rows = json.putArray("timeline");
    newest.forEach(event -> rows.add(write(event)));
    json.put("timelineWhole", isWhole);
  }

  private static ObjectNode write(Event event) {
    var json = EventJson.newObject().put("at", EventJson.format(event.occurredAt()));
    json.put("type", event.type().word());
    name(event).ifPresent(name -> json.put("name", name));
    json.put("source", event.source()).put("trust", event.trust().word());
    return json.put("id", event.id());
  }

  /** What it was: the event, the page, or what somebody did. */
  public static Optional<String> name(Event event) {
    var properties = event.object("properties");
    return Stream.of(
            event.json().path("event"),
            event.json().path("act"),
            properties.path("title"),
            properties.path("path"),
            event.json().path("name"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank())
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
        .findFirst();
  }
}
