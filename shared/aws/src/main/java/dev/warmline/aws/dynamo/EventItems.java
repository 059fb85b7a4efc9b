package dev.warmline.aws.dynamo;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventLog;
import dev.warmline.event.InvalidEvent;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Events as items: the keys, the canonical JSON, and for behaviour when it expires. What to look
 * for without unpacking stands beside the JSON: type, source and both instants.
 */
public final class EventItems {

  private EventItems() {}

  /** The item of an event. */
  public static Map<String, AttributeValue> write(Event event) {
    var item = Item.startingWith(Keys.event(event.key()));
    item.put(Schema.BODY, Packed.text(EventJson.write(event)))
        .put(Schema.TYPE, event.type().word())
        .put(Schema.SOURCE_OF, event.source())
        .put(Schema.OCCURRED_AT, event.occurredAt().toEpochMilli())
        .put(Schema.RECEIVED_AT, event.receivedAt().toEpochMilli());
    if (event.type().isBehaviour()) {
      item.put(Schema.EXPIRES, event.occurredAt().plus(EventLog.RETENTION).getEpochSecond());
    }
    return item.attributes();
  }

  /**
   * The event in an item of the events table or in an image of its stream.
   *
   * @throws MalformedItem if there is none in it
   */
  public static Event read(Map<String, AttributeValue> item) {
    try {
      return EventJson.of(Packed.json(Item.of(item).get(Schema.BODY)));
    } catch (InvalidEvent e) {
      throw new MalformedItem("an item holds no event: " + e.getMessage());
    }
  }
}
