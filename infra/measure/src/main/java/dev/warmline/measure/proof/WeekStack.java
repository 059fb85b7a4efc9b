package dev.warmline.measure.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** A stack whose time is moved: events carry its time, and whatever is sent is worked off. */
record WeekStack(Client client) {
  private static final Duration WORK_OFF = Duration.ofMinutes(2);

  /** An address of a company of its own. */
  static String address(String user) {
    return user + "@" + user + ".example";
  }

  /** A lead as somebody sees it who leads the teams. */
  JsonNode view(String user) throws IOException, InterruptedException {
    var answer = client.desk("lee", "leads/" + address(user), "", "");
    return Client.MAPPER.readTree(answer.body());
  }

  /** An event of now. */
  ObjectNode event(String type, String user, String id) throws IOException, InterruptedException {
    var event = Client.MAPPER.createObjectNode().put("type", type).put("userId", user);
    event.put("messageId", user + "-" + id);
    return event.put("timestamp", now().toString());
  }

  /** Sends events together. */
  void send(String key, JsonNode... events) throws IOException, InterruptedException {
    var batch = Client.MAPPER.createObjectNode();
    var all = batch.putArray("batch");
    for (var event : events) {
      all.add(event);
    }
    var answer = client.post("/v1/batch", key, batch.toString().getBytes(UTF_8));
    if (answer.status() != 200) {
      throw new IOException("/v1/batch answered " + answer);
    }
    awaitIdle();
  }

  void awaitIdle() throws IOException, InterruptedException {
    client.awaitIdle(WORK_OFF);
  }

  Instant now() throws IOException, InterruptedException {
    return Instant.parse(client.local("clock").path("now").asText());
  }

  /** Lets time pass until then. */
  void passTo(Instant to) throws IOException, InterruptedException {
    var time = Duration.between(now(), to);
    if (time.isPositive()) {
      client.pass(time);
    }
  }
}
