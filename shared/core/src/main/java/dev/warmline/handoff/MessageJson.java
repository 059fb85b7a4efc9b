package dev.warmline.handoff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.util.TreeMap;

/** Rendered messages as JSON, to be kept with their notice and published to the byte. */
public final class MessageJson {
  private MessageJson() {}

  /** The JSON of a message; {@link #read} of it gives an equal message. */
  public static ObjectNode write(Message message) {
    var json = EventJson.newObject();
    json.put("subject", message.subject()).put("text", message.text()).put("json", message.json());
    var attributes = json.putObject("attributes");
    new TreeMap<>(message.attributes()).forEach(attributes::put);
    return json;
  }

  /** The message in such JSON. */
  public static Message read(ObjectNode json) {
    var attributes = new TreeMap<String, String>();
    for (var entry : json.path("attributes").properties()) {
      attributes.put(entry.getKey(), entry.getValue().asText());
    }
    return new Message(
        json.path("subject").asText(),
        json.path("text").asText(),
        json.path("json").asText(),
        attributes);
  }
}
