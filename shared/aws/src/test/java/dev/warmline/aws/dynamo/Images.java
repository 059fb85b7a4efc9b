package dev.warmline.aws.dynamo;

import dev.warmline.event.Event;
import dev.warmline.lead.Lead;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the mappers write, for tests of those who read it in streams. */
public final class Images {
  private Images() {}

  /** The item of an event. */
  public static Map<String, AttributeValue> of(Event event) {
    return EventItems.write(event);
  }

  /** The item of a lead. */
  public static Map<String, AttributeValue> of(Lead lead) {
    return LeadItems.write(lead);
  }
}
