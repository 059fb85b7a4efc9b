package dev.warmline.aws.dynamo;

import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lines of history as items. */
final class StageItems {
  private static final String NUMBER = "n";
  private static final String AT = "at";
  private static final String FROM = "f";
  private static final String TO = "t";
  private static final String CYCLE = "cy";
  private static final String WHY = "why";
  private static final String WHO = "who";
  private static final String SILENT = "si";
  private static final String VERDICT = "b";

  private StageItems() {}

  static Map<String, AttributeValue> write(LeadId lead, StageEntry entry) {
    return Item.startingWith(Keys.stage(lead, entry.number()))
        .put(NUMBER, entry.number())
        .put(AT, entry.at())
        .put(FROM, entry.from().word())
        .put(TO, entry.to().word())
        .put(CYCLE, entry.cycle())
        .put(WHY, entry.why())
        .put(WHO, entry.who())
        .put(SILENT, AttributeValue.fromBool(entry.silent()))
        .put(VERDICT, Packed.json(entry.verdict()))
        .attributes();
  }

  static StageEntry read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new StageEntry(
        item.count(NUMBER),
        item.instant(AT),
        item.word(FROM, Stage::parse),
        item.word(TO, Stage::parse),
        item.count(CYCLE),
        item.text(WHY),
        item.text(WHO),
        Boolean.TRUE.equals(item.get(SILENT).bool()),
        Packed.json(item.get(VERDICT)));
  }
}
