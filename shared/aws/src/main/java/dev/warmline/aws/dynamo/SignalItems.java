package dev.warmline.aws.dynamo;

import dev.warmline.lead.HotSignal;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Signals of leads that sales has, as items: the stream of the table tells of a new one. */
final class SignalItems {

  private SignalItems() {}

  static Map<String, AttributeValue> write(LeadId lead, HotSignal signal) {
    return Item.startingWith(Keys.signal(lead, signal))
        .put(Schema.SIGNAL_NAME, signal.name())
        .put(Schema.CYCLE, signal.cycle())
        .put(Schema.DURING, signal.stage().word())
        .put(Schema.AT, signal.at())
        .put(Schema.WHY, signal.why())
        .put(Schema.BODY, Packed.json(signal.verdict()))
        .attributes();
  }

  static HotSignal read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new HotSignal(
        item.text(Schema.SIGNAL_NAME),
        item.count(Schema.CYCLE),
        item.word(Schema.DURING, Stage::parse),
        item.instant(Schema.AT),
        item.text(Schema.WHY),
        Packed.json(item.get(Schema.BODY)));
  }
}
