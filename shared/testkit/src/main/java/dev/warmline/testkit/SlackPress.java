package dev.warmline.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Slack sends when somebody presses a button of a message: a form with the payload, signed.
 *
 * @param body the form
 * @param timestamp the header {@code X-Slack-Request-Timestamp}
 * @param signature the header {@code X-Slack-Signature}
 */
public record SlackPress(String body, String timestamp, String signature) {
  /** By what Slack and the app know one another. */
  public static final String SECRET = "8f742231b10e8888abcd99edfa2f3c1d";

  /** How long Slack waits for an answer. */
  public static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Where presses go. */
  @FunctionalInterface
  public interface Door {
    /** Takes a press, and answers with an HTTP status. */
    int take(SlackPress press);
  }

  /**
   * Somebody presses a button of a message, or chooses an entry of its list.
   *
   * @param user their member id
   * @param message with its {@code ts}, as {@link SlackServer#messages} has it
   * @param action the {@code action_id}
   * @param chosen the value of the entry; empty for a button
   */
  public static SlackPress of(
      SlackServer slack, String user, JsonNode message, String action, String chosen, Instant now) {
    var payload = payload("block_actions", user, message);
    payload.put(
        "response_url", slack.at(SlackServer.ANSWERS + "T/" + now.toEpochMilli()).toString());
    payload.put("trigger_id", "13345224609." + now.toEpochMilli());
    var pressed = payload.putArray("actions").addObject();
    pressed.put("action_id", action).put("block_id", block(message));
    pressed.put("action_ts", now.getEpochSecond() + "." + now.getNano());
    if (!chosen.isEmpty()) {
      pressed.putObject("selected_option").put("value", chosen);
    }
    return signed(payload, now);
  }

  /** Somebody opens the list of a message, whose entries are asked for. */
  public static SlackPress open(String user, JsonNode message, String action, Instant now) {
    var payload = payload("block_suggestion", user, message);
    payload.put("action_id", action).put("block_id", block(message)).put("value", "");
    return signed(payload, now);
  }

  /**
   * Somebody sends a dialog.
   *
   * @param view as it was opened
   * @param filled what they filled in, by the ids of its blocks
   */
  public static SlackPress submit(
      String user, JsonNode view, Map<String, String> filled, Instant now) {
    var payload = EventJson.newObject().put("type", "view_submission");
    payload.putObject("user").put("id", user);
    var sent = payload.putObject("view").put("type", "modal");
    sent.set("callback_id", view.path("callback_id"));
    sent.set("private_metadata", view.path("private_metadata"));
    var values = sent.putObject("state").putObject("values");
    for (var block : view.path("blocks")) {
      var id = block.path("block_id").asText();
      if (filled.containsKey(id)) {
        var element = block.path("element");
        var value = values.putObject(id).putObject(element.path("action_id").asText());
        fill(value, element.path("type").asText(), filled.get(id));
      }
    }
    return signed(payload, now);
  }

  private static void fill(ObjectNode value, String type, String text) {
    switch (type) {
      case "datepicker" -> value.put("type", type).put("selected_date", text);
      case "static_select" ->
          value.put("type", type).putObject("selected_option").put("value", text);
      default -> value.put("type", type).put("value", text);
    }
  }

  private static ObjectNode payload(String type, String user, JsonNode message) {
    var payload = EventJson.newObject().put("type", type);
    payload.putObject("user").put("id", user).put("username", "somebody").put("team_id", "T");
    payload.putObject("channel").put("id", message.path("channel").asText());
    payload.putObject("container").put("message_ts", message.path("ts").asText());
    payload.set("message", message);
    return payload;
  }

  private static String block(JsonNode message) {
    return message.path("blocks").findValuesAsText("block_id").getFirst();
  }

  /** A payload as Slack sends it. */
  public static SlackPress signed(JsonNode payload, Instant now) {
    return of("payload=" + URLEncoder.encode(Json.write(payload), UTF_8), SECRET, now);
  }

  /** Any body, signed with any secret. */
  public static SlackPress of(String body, String secret, Instant now) {
    var timestamp = Long.toString(now.getEpochSecond());
    return new SlackPress(body, timestamp, signature(secret, "v0:" + timestamp + ":" + body));
  }

  private static String signature(String secret, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends it; whoever does not answer in time gets the same once more, as somebody who sees an
   * error presses again.
   *
   * @return the status of the last answer
   */
  public int sendTo(Door door, Duration patience) {
    try {
      return CompletableFuture.supplyAsync(() -> door.take(this))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLate) {
      return door.take(this);
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
