package dev.warmline.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * How often a person may be contacted: who was so often within so long is left alone, and sales
 * hears later.
 *
 * @param times so many contacts are enough, from 1 to {@link #MOST}
 * @param within how long each of them counts
 * @param when which events are contacts
 */
public record ContactLimit(int times, Duration within, Pattern when) {
  /** The most contacts that may be allowed: so many instants are kept of a lead. */
  public static final int MOST = 50;

  /** Mails that were sent, and what sales says of its own contacts. */
  static final Pattern CONTACTS = new Pattern(contacts());

  private static ObjectNode contacts() {
    var json = JsonNodeFactory.instance.objectNode();
    var either = json.putArray("$or");
    var mail = either.addObject();
    mail.putArray("type").add("email");
    mail.putArray("event").add("Email Sent");
    var said = either.addObject();
    said.putArray("type").add("outcome");
    said.putArray("act").add("contacted");
    return json;
  }
}
