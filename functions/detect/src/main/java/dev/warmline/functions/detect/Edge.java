package dev.warmline.functions.detect;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees in a stream record that sales must hear of a lead: it became MQL, or gave a hot signal while
 * sales had it. The same check as {@code edge-filters.json}, so that a missing or looser filter
 * changes nothing but the bill.
 */
final class Edge {
  private Edge() {}

  /**
   * The lead that sales must hear of because of this record, or empty if there is none.
   *
   * @throws IllegalArgumentException if the record is such an edge but names no lead
   */
  static Optional<LeadId> of(DynamodbStreamRecord change) {
    var images = change.getDynamodb();
    return images != null && (becameMql(images) || isNewSignal(change))
        ? Optional.of(new LeadId(text(images.getKeys(), Schema.PK).orElse("no lead")))
        : Optional.empty();
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

  private static boolean becameMql(StreamRecord images) {
    return text(images.getKeys(), Schema.SK).filter(Schema.LEAD::equals).isPresent()
        && isMql(images.getNewImage())
        && !isMql(images.getOldImage());
  }

  private static boolean isNewSignal(DynamodbStreamRecord change) {
    return "INSERT".equals(change.getEventName())
        && text(change.getDynamodb().getKeys(), Schema.SK)
            .filter(sk -> sk.startsWith(Schema.SIGNALS))
            .isPresent();
  }

  private static boolean isMql(@Nullable Map<String, AttributeValue> image) {
    return text(image, Schema.STAGE).flatMap(Stage::parse).filter(Stage.MQL::equals).isPresent();
  }

  private static Optional<String> text(@Nullable Map<String, AttributeValue> image, String key) {
    return Optional.ofNullable(image).map(it -> it.get(key)).map(AttributeValue::getS);
  }
}
