package dev.warmline.local.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What sales received: each alert once, as e-mail and as Slack message, with the number of times it
 * was delivered and what was answered to those who pressed a button. What came in is durable when a
 * method returns, if the lines are.
 */
public final class Inbox {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonLines lines;
  private final Map<String, ObjectNode> alerts = new LinkedHashMap<>();

  /** An inbox that goes on where these lines end. */
  public Inbox(JsonLines lines) {
    this.lines = lines;
    lines.found().forEach(this::apply);
  }

  /**
   * Takes a message of the topic.
   *
   * @param text the body for e-mail
   * @param body the body for machines; names the alert, and is kept as text if it is no JSON
   * @return the id of the alert
   */
  public synchronized String deliver(String subject, String text, String body, Instant at) {
    var json = parse(body);
    var alert = json.path("alert").asText("unnamed");
    var line = JsonNodeFactory.instance.objectNode();
    line.put("kind", "alert").put("alert", alert).put("at", at.toString());
    line.put("subject", subject).put("text", text).set("json", json);
    keep(line);
    return alert;
  }

  /** Takes what was posted to Slack for an alert. */
  public synchronized void posted(String alert, String body, Instant at) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("kind", "slack").put("alert", alert).put("at", at.toString());
    line.set("slack", parse(body));
    keep(line);
  }

  /**
   * Takes what was said to whoever pressed a button, or below the message.
   *
   * @param answer what the address of an answer takes
   */
  public synchronized void answered(String alert, JsonNode answer, Instant at) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("kind", "answer").put("alert", alert).put("at", at.toString());
    line.set("answer", answer);
    keep(line);
  }

  /** The message about an alert in Slack, if it stands there. */
  public synchronized Optional<JsonNode> message(String alert) {
    return Optional.ofNullable(alerts.get(alert))
        .map(row -> row.path("slack"))
        .filter(JsonNode::isObject)
        .map(message -> message.<JsonNode>deepCopy());
  }

  /** The alert whose message in Slack has this timestamp. */
  public synchronized Optional<String> standsAt(String ts) {
    return alerts.entrySet().stream()
        .filter(it -> !ts.isEmpty() && it.getValue().at("/slack/ts").asText().equals(ts))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The alerts as JSON, newest first. */
  public synchronized JsonNode toJson() {
    var rows = JsonNodeFactory.instance.arrayNode();
    var newestFirst = new ArrayList<>(alerts.values()).reversed();
    newestFirst.forEach(row -> rows.add(row.deepCopy()));
    return rows;
  }

  /** The machine bodies of the alerts that were never posted to Slack, by alert, oldest first. */
  public synchronized Map<String, String> notPosted() {
    var waiting = new LinkedHashMap<String, String>();
    alerts.forEach(
        (alert, row) -> {
          if (row.path("slack").isNull() && row.path("json").isObject()) {
            waiting.put(alert, row.path("json").toString());
          }
        });
    return waiting;
  }

  private void keep(ObjectNode line) {
    lines.append(line);
    apply(line);
  }

  private void apply(JsonNode line) {
    var alert = line.path("alert").asText();
    switch (line.path("kind").asText()) {
      case "alert" -> {
        var row = alerts.computeIfAbsent(alert, id -> row(id, line));
        row.put("deliveries", row.path("deliveries").asInt() + 1);
      }
      case "slack" -> Optional.ofNullable(alerts.get(alert)).ifPresent(row -> addPost(row, line));
      case "answer" ->
          Optional.ofNullable(alerts.get(alert))
              .ifPresent(row -> row.withArray("/answers").add(line.path("answer")));
      default -> throw new IllegalStateException("the inbox has a line of an unknown kind");
    }
  }

  private static void addPost(ObjectNode row, JsonNode line) {
    row.put("slackPosts", row.path("slackPosts").asInt() + 1);
    if (row.path("slack").isNull()) {
      row.set("slack", line.path("slack"));
    }
  }

  private static ObjectNode row(String alert, JsonNode line) {
    var row = JsonNodeFactory.instance.objectNode();
    row.put("alert", alert).put("lead", line.path("json").path("lead").asText(null));
    row.put("at", line.path("at").asText()).put("deliveries", 0);
    row.put("subject", line.path("subject").asText());
    row.putObject("email")
        .put("subject", line.path("subject").asText())
        .put("text", line.path("text").asText());
    row.set("json", line.path("json"));
    row.putNull("slack").put("slackPosts", 0);
    return row;
  }

  private static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.textNode(body);
    }
  }
}
