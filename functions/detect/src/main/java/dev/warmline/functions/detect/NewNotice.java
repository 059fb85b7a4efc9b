package dev.warmline.functions.detect;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.warmline.aws.dynamo.NoticeItems;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.lead.NoticeId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees in a stream record that a notice was written. The same check as {@code notice-filters.json},
 * so that a missing or looser filter changes nothing but the bill.
 */
final class NewNotice {
  private NewNotice() {}

  /**
   * The notice that this record inserted, or empty if it inserted none.
   *
   * @throws IllegalArgumentException if it inserted a notice without an id
   */
  static Optional<NoticeId> of(DynamodbStreamRecord change) {
    var images = change.getDynamodb();
    return images == null || !"INSERT".equals(change.getEventName())
        ? Optional.empty()
        : text(images.getKeys(), Schema.SK)
            .filter(sk -> sk.startsWith(Schema.NOTICES))
            .map(sk -> NoticeItems.id(sk).orElseThrow(NewNotice::nameless));
  }

  /** What names the record for a person: keys and position, nothing of what it says. */
  static String describe(DynamodbStreamRecord change) {
    var images = change.getDynamodb();
    return images == null
        ? "{\"eventID\":\"%s\"}".formatted(change.getEventID())
        : "{\"pk\":\"%s\",\"sk\":\"%s\",\"sequenceNumber\":\"%s\"}"
            .formatted(
                text(images.getKeys(), Schema.PK).orElse(""),
                text(images.getKeys(), Schema.SK).orElse(""),
                images.getSequenceNumber());
  }

  private static IllegalArgumentException nameless() {
    return new IllegalArgumentException("a notice without an id");
  }

  private static Optional<String> text(@Nullable Map<String, AttributeValue> image, String key) {
    return Optional.ofNullable(image).map(it -> it.get(key)).map(AttributeValue::getS);
  }
}
