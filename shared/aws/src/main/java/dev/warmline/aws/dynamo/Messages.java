package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.handoff.Message;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rendered messages as one packed attribute, so that a repeat is the same to the byte. */
final class Messages {
  private Messages() {}

  static AttributeValue write(Message message) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("subject", message.subject()).put("text", message.text()).put("json", message.json());
    var attributes = json.putObject("attributes");
    new TreeMap<>(message.attributes()).forEach(attributes::put);
    return Packed.json(json);
  }

  static Message read(AttributeValue value) {
    var json = Packed.json(value);
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
