package dev.warmline.aws.dynamo;

import dev.warmline.lead.LeadStore.Change;
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
      case Change.PutLead(var lead, var expected) when expected == 0 ->
          put.item(LeadItems.write(lead)).conditionExpression(ABSENT).build();
      case Change.PutLead(var lead, var expected) ->
          put.item(LeadItems.write(lead))
              .conditionExpression(Schema.VERSION + " = :v")
              .expressionAttributeValues(
                  Map.of(":v", AttributeValue.fromN(Long.toString(expected))))
              .build();
      case Change.PutLink(var profile, var link, var expected) -> {
        put.item(LinkItems.write(profile, link)).conditionExpression(LinkItems.condition(expected));
        var values = LinkItems.conditionValues(expected);
        yield values.isEmpty() ? put.build() : put.expressionAttributeValues(values).build();
      }
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
      case Change.PutAnswer(var act, var answer) ->
          put.item(AnswerItems.write(act, answer)).conditionExpression(ABSENT).build();
    };
  }
}
