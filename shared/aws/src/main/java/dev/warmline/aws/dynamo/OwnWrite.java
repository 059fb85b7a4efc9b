package dev.warmline.aws.dynamo;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Tells a write that somebody else was faster with from one that the SDK repeated by itself: it got
 * no answer in time, does the same again and meets what it wrote.
 */
final class OwnWrite {
  private OwnWrite() {}

  /** Whether the item in the way, which the request must have asked for, has all of these. */
  static boolean isThere(ConditionalCheckFailedException e, Map<String, AttributeValue> written) {
    return isRepeated(e)
        && e.hasItem()
        && written.entrySet().stream()
            .allMatch(it -> isSame(it.getValue(), e.item().get(it.getKey())));
  }

  private static boolean isRepeated(ConditionalCheckFailedException e) {
    return e.numAttempts() != null && e.numAttempts() > 1;
  }

  /** Sets come back in another order. */
  private static boolean isSame(AttributeValue written, @Nullable AttributeValue there) {
    return there != null
        && (written.hasSs()
            ? Set.copyOf(written.ss()).equals(Set.copyOf(there.ss()))
            : written.equals(there));
  }
}
