package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.time.Instant;
import java.util.Optional;

/** Where a lead stands, as JSON for whoever works on it. */
public final class StandingText {
  private StandingText() {}

  /**
   * For example {@code {"lead":"l-1","stage":"SAL","cycle":1,"owner":"kim","queue":"inbound-sdr",
   * "deadlines":{"not-qualified":"2026-04-01T10:00:00Z"}}}.
   */
  public static ObjectNode write(Lead lead) {
    var standing = lead.standing();
    var json = EventJson.newObject().put("lead", lead.id().value());
    json.put("stage", standing.stage().word()).put("cycle", standing.cycle());
    standing.waiting().ifPresent(waiting -> json.put("waits", waiting.words()));
    standing.owner().ifPresent(owner -> json.put("owner", owner));
    standing.assignment().queue().ifPresent(queue -> json.put("queue", queue));
    var deadlines = json.putObject("deadlines");
    put(deadlines, "accept", standing.deadlines().acceptBy());
    put(deadlines, "contact", standing.deadlines().contactBy());
    put(deadlines, "not-worked", standing.deadlines().notWorked());
    put(deadlines, "not-qualified", standing.deadlines().notQualified());
    put(deadlines, "answer", standing.givenBack().flatMap(GivenBack::answerBy));
    put(deadlines, "promised", standing.givenBack().flatMap(GivenBack::until));
    return json;
  }

  private static void put(ObjectNode json, String name, Optional<Instant> at) {
    at.ifPresent(instant -> json.put(name, EventJson.format(instant)));
  }
}
