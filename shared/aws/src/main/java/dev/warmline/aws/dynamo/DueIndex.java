package dev.warmline.aws.dynamo;

import dev.warmline.lead.Due;
import dev.warmline.lead.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What the clock must look at, found by the sparse index of due instants. */
record DueIndex(DynamoDbClient client, String table) {
  List<Due> list(Instant now, int limit) {
    var shards = IntStream.range(0, LeadItems.DUE_SHARDS).boxed().toList();
    var found =
        Calls.call(
            "read what is due", () -> Calls.LANES.map(shards, shard -> dueIn(shard, now, limit)));
    return found.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(item -> item.text(Schema.DUE_SORT)))
        .limit(limit)
        .map(DueIndex::due)
        .toList();
  }

  boolean move(Due due, Instant now, Instant to) {
    return Calls.call("move what is due", () -> move(key(due), now, to));
  }

  private boolean move(Map<String, AttributeValue> key, Instant now, Instant to) {
    var moved = AttributeValue.fromS(LeadItems.sortable(to));
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key)
                  .updateExpression("SET #m = if_not_exists(#m, #d), #d = :to")
                  .conditionExpression("#d <= :now")
                  .expressionAttributeNames(Map.of("#d", Schema.DUE_SORT, "#m", Schema.DUE_BEFORE))
                  .expressionAttributeValues(
                      Map.of(":to", moved, ":now", AttributeValue.fromS(LeadItems.sortable(now))))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return OwnWrite.isThere(e, Map.of(Schema.DUE_SORT, moved));
    } catch (TransactionConflictException e) {
      return false;
    }
  }

  private static Map<String, AttributeValue> key(Due due) {
    return switch (due) {
      case Due.OfLead(var id) -> Keys.lead(id);
      case Due.OfNotice(var id) -> Keys.notice(id);
      case Due.OfPace(var queue) -> Keys.pace(queue);
    };
  }

  private static Due due(Item item) {
    if (item.text(Schema.SK).equals(Schema.PACE)) {
      return new Due.OfPace(PaceItems.queue(item.text(Schema.PK)));
    }
    return NoticeItems.id(item.text(Schema.SK))
        .<Due>map(Due.OfNotice::new)
        .orElseGet(() -> new Due.OfLead(new LeadId(item.text(Schema.PK))));
  }

  private List<Item> dueIn(int shard, Instant now, int limit) {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Schema.DUE_INDEX)
            .keyConditionExpression(Schema.DUE_KEY + " = :dk AND " + Schema.DUE_SORT + " <= :now")
            .expressionAttributeValues(
                Map.of(
                    ":dk", AttributeValue.fromS(LeadItems.dueShard(shard)),
                    ":now", AttributeValue.fromS(LeadItems.sortable(now))))
            .limit(limit)
            .build();
    return client.query(request).items().stream().map(Item::of).toList();
  }
}
