package dev.warmline.aws.dynamo;

import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lines of history as items. */
public final class StageItems {

  private StageItems() {}

  static Map<String, AttributeValue> write(LeadId lead, StageEntry entry) {
    return Item.startingWith(Keys.stage(lead, entry.number()))
        .put(Schema.NUMBER, entry.number())
        .put(Schema.AT, entry.at())
        .put(Schema.FROM, entry.from().word())
        .put(Schema.TO, entry.to().word())
        .put(Schema.CYCLE, entry.cycle())
        .put(Schema.WHY, entry.why())
        .put(Schema.WHO, entry.who())
        .attributes();
  }

  /** The line of an item; empty if the item is none. */
  public static Optional<StageEntry> find(Map<String, AttributeValue> attributes) {
    return Item.of(attributes)
        .findText(Schema.SK)
        .filter(sk -> sk.startsWith(Schema.STAGES))
        .map(_ -> read(attributes));
  }

  static StageEntry read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new StageEntry(
        item.count(Schema.NUMBER),
        item.instant(Schema.AT),
        item.word(Schema.FROM, Stage::parse),
        item.word(Schema.TO, Stage::parse),
        item.count(Schema.CYCLE),
        item.text(Schema.WHY),
        item.text(Schema.WHO));
  }
}
