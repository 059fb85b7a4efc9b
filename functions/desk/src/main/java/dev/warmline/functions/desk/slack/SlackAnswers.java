package dev.warmline.functions.desk.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.publish.SlackHosts;
import dev.warmline.aws.publish.SlackHttp;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Says what became of a press, where Slack asks for it. Whatever goes wrong here, the act is done
 * and is not done again for it.
 */
record SlackAnswers(SlackHosts hosts) {
  /** Slack waits three seconds, in which the act is done as well. */
  private static final SlackHttp HTTP =
      new SlackHttp(Duration.ofMillis(500), Duration.ofSeconds(1));

  /** Tells whoever pressed, and nobody else; gives what went wrong in a few words. */
  Optional<String> toThem(Pressed pressed, String text) {
    var answer = EventJson.newObject().put("response_type", "ephemeral").put("text", text);
    return post(pressed, answer);
  }

  /** Tells everybody below the message; gives what went wrong in a few words. */
  Optional<String> below(Pressed pressed, String text) {
    var answer = EventJson.newObject().put("response_type", "in_channel").put("text", text);
    return post(pressed, answer.put("thread_ts", pressed.message()));
  }

  private Optional<String> post(Pressed pressed, ObjectNode answer) {
    try {
      var address = URI.create(pressed.answers());
      var objection = hosts.objectionToHook(address);
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
