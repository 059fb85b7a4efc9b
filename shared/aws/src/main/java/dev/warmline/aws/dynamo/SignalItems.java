package dev.warmline.aws.dynamo;

import dev.warmline.lead.HotSignal;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Signals of leads that sales has, as items: the stream of the table tells of a new one. */
final class SignalItems {
  private static final String NAME = "n";
  private static final String CYCLE = "cy";
  private static final String DURING = "st";
  private static final String AT = "at";
  private static final String WHY = "why";
  private static final String VERDICT = "b";

  private SignalItems() {}

  static Map<String, AttributeValue> write(LeadId lead, HotSignal signal) {
    return Item.startingWith(Keys.signal(lead, signal))
        .put(NAME, signal.name())
        .put(CYCLE, signal.cycle())
        .put(DURING, signal.stage().word())
        .put(AT, signal.at())
        .put(WHY, signal.why())
        .put(VERDICT, Packed.json(signal.verdict()))
        .attributes();
  }

  static HotSignal read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new HotSignal(
        item.text(NAME),
        item.count(CYCLE),
        item.word(DURING, Stage::parse),
        item.instant(AT),
        item.text(WHY),
        Packed.json(item.get(VERDICT)));
  }
}
