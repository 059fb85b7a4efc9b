package dev.warmline.testkit.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One write as a stream tells it.
 *
 * @param table the name of the table
 * @param keys the primary key of the item
 * @param before the item before the write, empty if there was none
 * @param after the item after it, empty if it was deleted
 */
public record ItemChange(
    String table,
    Map<String, AttributeValue> keys,
    Map<String, AttributeValue> before,
    Map<String, AttributeValue> after) {

  public ItemChange {
    keys = Map.copyOf(keys);
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  /** The word a stream has for it: INSERT, MODIFY or REMOVE. */
  public String eventName() {
    if (after.isEmpty()) {
      return "REMOVE";
    }
    return before.isEmpty() ? "INSERT" : "MODIFY";
  }
}
