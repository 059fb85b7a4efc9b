package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The event log as the stack shows it. */
final class LoggedEvents {
  private static final int MOST = 100_000;

  private LoggedEvents() {}

  /** Everything in the log. */
  static List<Event> all(Client client) throws IOException, InterruptedException {
    return parsed(client.local("events?limit=" + MOST));
  }

  /** The log of the lead with this id. */
  static List<Event> of(Client client, String lead) throws IOException, InterruptedException {
    return parsed(client.local("events?limit=" + MOST + "&id=" + lead));
  }

  private static List<Event> parsed(JsonNode rows) {
    var events = new ArrayList<Event>();
    rows.forEach(row -> events.add(EventJson.of((ObjectNode) row.deepCopy())));
    return events;
  }
}
