package dev.warmline.aws.publish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.event.Json;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.Message;
import dev.warmline.lead.NoticeId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes alerts to one topic: text for people, JSON for machines, attributes for filters. */
public record SnsAlertPublisher(SnsClient client, String topicArn) implements AlertPublisher {
  /** The message attribute with the alert's id: consumers drop repeats by it. */
  public static final String ALERT_ID = "alertId";

  @Override
  public void publish(NoticeId id, Message message) {
    try {
      client.publish(
          request ->
              request
                  .topicArn(topicArn)
                  .subject(Subject.safe(message.subject()))
                  .messageStructure("json")
                  .message(bodies(message))
                  .messageAttributes(attributes(id, message)));
    } catch (SdkException e) {
      throw new PublishFailed(id, e);
    }
  }

  private static String bodies(Message message) {
    return Json.write(
        JsonNodeFactory.instance
            .objectNode()
            .put("default", message.text())
            .put("email", message.text())
            .put("lambda", message.json())
            .put("sqs", message.json())
            .put("https", message.json()));
  }

  private static Map<String, MessageAttributeValue> attributes(NoticeId id, Message message) {
    var attributes = new HashMap<String, MessageAttributeValue>();
    message.attributes().forEach((name, value) -> putText(attributes, name, value));
    putText(attributes, ALERT_ID, id.value());
    return attributes;
  }

  /** SNS refuses empty attributes; a list is written as JSON. */
  private static void putText(
      Map<String, MessageAttributeValue> attributes, String name, String value) {
    if (!value.isEmpty()) {
      attributes.put(
          name,
          MessageAttributeValue.builder()
              .dataType(value.startsWith("[") ? "String.Array" : "String")
              .stringValue(value)
              .build());
    }
  }
}
