package dev.warmline.detect;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees in a stream record that a lead became MQL: the same check as {@code
 * stage-edge-filters.json}, so that a missing or looser filter changes nothing but the bill.
 */
final class StageEdge {
  private static final String LEAD_ITEM = "LEAD";

  private StageEdge() {}

  /**
   * The lead that became MQL with this record, or empty if none did.
   *
   * @throws IllegalArgumentException if the record is such an edge but names no lead
   */
  static Optional<LeadId> becameMql(DynamodbStreamRecord change) {
    var images = change.getDynamodb();
    return images != null
            && text(images.getKeys(), "sk").filter(LEAD_ITEM::equals).isPresent()
            && isMql(images.getNewImage())
            && !isMql(images.getOldImage())
        ? Optional.of(new LeadId(text(images.getKeys(), "pk").orElse("no pk")))
        : Optional.empty();
  }

  /** What names the record for a person: keys and position, nothing of what it says. */
  static String describe(DynamodbStreamRecord change) {
    var images = change.getDynamodb();
    return images == null
        ? "{\"eventID\":\"%s\"}".formatted(change.getEventID())
        : "{\"pk\":\"%s\",\"sk\":\"%s\",\"sequenceNumber\":\"%s\"}"
            .formatted(
                text(images.getKeys(), "pk").orElse(""),
                text(images.getKeys(), "sk").orElse(""),
                images.getSequenceNumber());
  }

  private static boolean isMql(@Nullable Map<String, AttributeValue> image) {
    return text(image, "stage").flatMap(Stage::parse).filter(Stage.MQL::equals).isPresent();
  }

  private static Optional<String> text(@Nullable Map<String, AttributeValue> image, String key) {
    return Optional.ofNullable(image).map(it -> it.get(key)).map(AttributeValue::getS);
  }
}
