package dev.warmline.functions.desk.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.publish.SlackApi;
import dev.warmline.aws.publish.SlackHttp;
import dev.warmline.aws.publish.SlackHttp.Answer;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.event.StoreUnavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says what became of a press, where Slack asks for it. Whatever goes wrong here, the act is done
 * and is not done again for it.
 */
record SlackAnswers(SlackApp app) {
  /** Slack waits three seconds, in which the act is done as well. */
  private static final SlackHttp HTTP =
      new SlackHttp(Duration.ofMillis(500), Duration.ofSeconds(1));

  /** Tells whoever pressed, and nobody else; gives what went wrong in a few words. */
  Optional<String> toThem(Pressed pressed, String text) {
    var answer = EventJson.newObject().put("response_type", "ephemeral").put("text", text);
    return post(pressed, answer);
  }

  /** Opens a dialog for whoever pressed; gives what went wrong in a few words. */
  Optional<String> open(Pressed pressed, ObjectNode view, Instant now) {
    try {
      var api = SlackApi.parse(app.posting().apply(now));
      if (api.isEmpty()) {
        return Optional.of("the Slack secret holds no token of an app");
      }
      var address = api.get().at("views.open");
      var objection = app.hosts().objectionToApi(address);
      if (objection.isPresent()) {
        return objection.map("the Slack secret "::concat);
      }
      var json = EventJson.newObject().put("trigger_id", pressed.trigger());
      json.set("view", view);
      var token = Optional.of(api.get().token());
      return refusal(HTTP.post(address, token, Json.write(json)));
    } catch (StoreUnavailable | IllegalArgumentException | IOException e) {
      return Optional.of(e.getClass().getSimpleName());
    }
  }

  /** The Web API answers 200 with {@code ok: false}. */
  private static Optional<String> refusal(Answer answer) throws JsonProcessingException {
    if (!answer.isTaken()) {
      return Optional.of(answer.status() + " " + answer.word());
    }
    var json = Json.read(answer.text());
    return json.path("ok").asBoolean()
        ? Optional.empty()
        : Optional.of(Answer.word(json.path("error").asText()));
  }

  private Optional<String> post(Pressed pressed, ObjectNode answer) {
    try {
      var address = URI.create(pressed.answers());
      var objection = app.hosts().objectionToHook(address);
      if (objection.isPresent()) {
        return objection.map("the address "::concat);
      }
      var json = Json.write(answer.put("replace_original", false));
      var taken = HTTP.post(address, Optional.empty(), json);
      return taken.isTaken() ? Optional.empty() : Optional.of(taken.status() + " " + taken.word());
    } catch (IllegalArgumentException e) {
      return Optional.of("the address is none");
    } catch (IOException e) {
      return Optional.of(e.getClass().getSimpleName());
    }
  }
}
