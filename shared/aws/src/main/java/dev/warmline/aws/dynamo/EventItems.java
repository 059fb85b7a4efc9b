package dev.warmline.aws.dynamo;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.InvalidEvent;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Events as items: the keys, the canonical JSON, and for behaviour when it expires. */
public final class EventItems {

  private EventItems() {}

  static Map<String, AttributeValue> write(Event event, Duration retention) {
    var item = Item.startingWith(Keys.event(event.key()));
    item.put(Schema.BODY, Packed.text(EventJson.write(event)));
    if (event.type().isBehaviour()) {
      item.put(Schema.EXPIRES, event.occurredAt().plus(retention).getEpochSecond());
    }
    return item.attributes();
  }

  /** Whether it is behaviour that had expired when it was received. */
  static boolean isExpired(Event event, Duration retention) {
    return event.type().isBehaviour()
        && !event.occurredAt().plus(retention).isAfter(event.receivedAt());
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
