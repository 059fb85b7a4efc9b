package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Qualification;
import dev.warmline.lead.Stage;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records of cycles as items. */
final class CycleItems {
  private CycleItems() {}

  static Map<String, AttributeValue> write(LeadId lead, CycleRecord cycle) {
    var body = EventJson.newObject();
    body.set("qualification", cycle.qualification().write());
    body.set("announcement", StandingJson.write(cycle.announcement()));
    cycle.announced().ifPresent(on -> body.set("announced", on.write()));
    body.set("hands", StandingJson.write(cycle.hands()));
    body.set("deadlines", StandingJson.write(cycle.deadlines()));
    var marks = body.putArray("marks");
    cycle.marks().forEach(mark -> marks.add(write(mark)));
    return Item.startingWith(Keys.cycle(lead, cycle.number()))
        .put(Schema.NUMBER, cycle.number())
        .put(Schema.AT, cycle.opened())
        .put(Schema.WHY, cycle.why())
        .put(Schema.BODY, Packed.json(body))
        .put(Schema.QUEUE_KEY, CycleIndex.key(cycle))
        .put(Schema.QUEUE_SORT, CycleIndex.order(cycle))
        .attributes();
  }

  static CycleRecord read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    var body = Packed.json(item.get(Schema.BODY));
    var marks = new ArrayList<CycleRecord.Mark>();
    body.path("marks").forEach(mark -> marks.add(mark(mark)));
    return new CycleRecord(
        item.count(Schema.NUMBER),
        item.instant(Schema.AT),
        item.text(Schema.WHY),
        Qualification.read(body.path("qualification")),
        StandingJson.announcement(body.path("announcement")),
        Optional.of(body.path("announced")).filter(JsonNode::isObject).map(Qualification::read),
        StandingJson.assignment(body.path("hands")),
        StandingJson.deadlines(body.path("deadlines")),
        marks);
  }

  private static ObjectNode write(CycleRecord.Mark mark) {
    var json = EventJson.newObject();
    json.put("act", mark.act()).put(Schema.AT, mark.at().toString()).put("by", mark.by());
    json.put("to", mark.to().word()).put(Schema.WHY, mark.why());
    json.set("details", mark.details());
    return json;
  }

  private static CycleRecord.Mark mark(JsonNode json) {
    return new CycleRecord.Mark(
        json.path("act").asText(),
        StandingJson.instant(json, Schema.AT),
        json.path("by").asText(),
        Stage.parse(json.path("to").asText())
            .orElseThrow(() -> new MalformedItem("a mark leads to no stage")),
        json.path(Schema.WHY).asText(),
        json.path("details") instanceof ObjectNode details ? details : EventJson.newObject());
  }
}
