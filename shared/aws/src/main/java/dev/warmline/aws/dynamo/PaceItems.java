package dev.warmline.aws.dynamo;

import dev.warmline.lead.Pace;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Paces as items: in the due index unless they are paused. */
final class PaceItems {
  private PaceItems() {}

  static Map<String, AttributeValue> write(Pace pace) {
    var item =
        Item.startingWith(Keys.pace(pace.queue()))
            .put(Schema.VERSION, pace.version())
            .put(Schema.PER_DAY, pace.perDay())
            .put(Schema.DAY, pace.day().toString())
            .put(Schema.NUMBER, pace.released());
    pace.due().ifPresent(due -> LeadItems.putDue(item, pace.queue().orElse(""), due));
    return item.attributes();
  }

  static Pace read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new Pace(
        queue(item.text(Schema.PK)),
        item.number(Schema.VERSION),
        item.count(Schema.PER_DAY),
        item.word(Schema.DAY, PaceItems::day),
        item.count(Schema.NUMBER),
        item.findInstant(Schema.DUE_BEFORE).or(() -> item.findInstant(Schema.DUE_SORT)));
  }

  /** The queue whose pace has this partition key. */
  static Optional<String> queue(String partitionKey) {
    return Optional.of(partitionKey.substring(Schema.PACE.length() + 1))
        .filter(name -> !name.isEmpty());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
