package dev.warmline.handoff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.util.Optional;

/**
 * What is to be posted to the chat.
 *
 * @param message its text and blocks, with the link to where sales works on the lead
 * @param alert what it says, if it is about a lead
 * @param below the message of the lead's cycle, if one stands in a channel
 */
public record ChatPost(ObjectNode message, Optional<Alert> alert, Optional<ChatThread> below) {

  /** The body for a webhook, which stands alone and carries no buttons. */
  public String body() {
    return Json.write(message);
  }
}
