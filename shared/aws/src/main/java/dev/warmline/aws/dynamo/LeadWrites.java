package dev.warmline.aws.dynamo;

import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.SameAddress;
import dev.warmline.lead.SameCompany;
import dev.warmline.lead.Timeline;
import dev.warmline.team.Company;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** Each change of a commit as one conditional put. */
final class LeadWrites {
  private static final String ABSENT = "attribute_not_exists(" + Schema.PK + ")";

  private LeadWrites() {}

  static Put put(String table, Change change) {
    var put = Put.builder().tableName(table);
    return switch (change) {
      case Change.PutLead(var lead, var expected) ->
          versioned(put.item(LeadItems.write(lead)), expected);
      case Change.PutLink(var profile, var link, var expected) -> {
        put.item(LinkItems.write(profile, link)).conditionExpression(LinkItems.condition(expected));
        var values = LinkItems.conditionValues(expected);
        yield values.isEmpty() ? put.build() : put.expressionAttributeValues(values).build();
      }
      case Change.PutTimeline(var device, var timeline) ->
          versioned(put.item(timeline(device, timeline)), timeline.version() - 1);
      case Change.PutAddress(var address, var same) ->
          versioned(put.item(address(address, same)), same.version() - 1);
      case Change.PutCompany(var company, var same) ->
          versioned(put.item(company(company, same)), same.version() - 1);
      case Change.AddMerge(var lead, var merge) ->
          put.item(MergeItems.write(lead, merge)).conditionExpression(ABSENT).build();
      case Change.AddEntry(var lead, var entry) ->
          put.item(StageItems.write(lead, entry)).conditionExpression(ABSENT).build();
      case Change.PutCycle(var lead, var cycle) -> put.item(CycleItems.write(lead, cycle)).build();
      case Change.AddNotice(var notice) ->
          put.item(NoticeItems.write(notice)).conditionExpression(ABSENT).build();
      case Change.MoveNotice(var notice, var expected) ->
          put.item(NoticeItems.write(notice))
              .conditionExpression(Schema.STATE + " = :s")
              .expressionAttributeValues(
                  Map.of(":s", AttributeValue.fromS(NoticeItems.state(expected.state()))))
              .build();
      case Change.PutPace(var pace, var expected) ->
          versioned(put.item(PaceItems.write(pace)), expected);
      case Change.PutAnswer(var act, var answer) ->
          put.item(AnswerItems.write(act, answer)).conditionExpression(ABSENT).build();
    };
  }

  /** Over that version, or where there is none yet. */
  private static Put versioned(Put.Builder put, long expected) {
    if (expected == 0) {
      return put.conditionExpression(ABSENT).build();
    }
    var version = AttributeValue.fromN(Long.toString(expected));
    return put.conditionExpression(Schema.VERSION + " = :v")
        .expressionAttributeValues(Map.of(":v", version))
        .build();
  }

  private static Map<String, AttributeValue> address(ProfileKey address, SameAddress same) {
    var item = Item.startingWith(Keys.address(address)).put(Schema.VERSION, same.version());
    put(item, Schema.LEADS, same, Trust.BROWSER);
    put(item, Schema.LEADS_BY_SERVER, same, Trust.SERVER);
    return item.attributes();
  }

  private static Map<String, AttributeValue> company(Company company, SameCompany same) {
    var leads = same.leads().stream().map(LeadId::value).map(AttributeValue::fromS).toList();
    return Item.startingWith(Keys.company(company))
        .put(Schema.VERSION, same.version())
        .put(Schema.COLLEAGUES, AttributeValue.fromL(leads))
        .attributes();
  }

  /** A set is never empty. */
  private static void put(Item item, String name, SameAddress same, Trust by) {
    var leads =
        same.leads().entrySet().stream()
            .filter(lead -> lead.getValue() == by)
            .map(lead -> lead.getKey().value())
            .toList();
    if (!leads.isEmpty()) {
      item.put(name, AttributeValue.fromSs(leads));
    }
  }

  private static Map<String, AttributeValue> timeline(ProfileKey device, Timeline timeline) {
    return Item.startingWith(Keys.timeline(device))
        .put(Schema.VERSION, timeline.version())
        .put(Schema.BODY, Packed.json(IdentityJson.write(timeline)))
        .attributes();
  }
}
