package dev.warmline.aws.dynamo;

import dev.warmline.lead.LeadId;
import dev.warmline.lead.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The leads that people work off, found by the sparse index of lists. */
record QueueIndex(DynamoDbClient client, String table) {
  /** The list of a queue of sales; that of leads in no queue has no name. */
  static String key(Optional<String> queue) {
    return Schema.OF_SALES + queue.orElse("");
  }

  List<Listing> list(String key, Optional<String> after, int limit) {
    var values = new HashMap<>(Map.of(":qk", AttributeValue.fromS(key)));
    after.ifPresent(order -> values.put(":after", AttributeValue.fromS(order)));
    var goesOn = after.isPresent() ? " AND " + Schema.QUEUE_SORT + " > :after" : "";
    var request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Schema.QUEUE_INDEX)
            .keyConditionExpression(Schema.QUEUE_KEY + " = :qk" + goesOn)
            .expressionAttributeValues(values)
            .limit(limit)
            .build();
    return Calls.call(
        "read who is listed",
        () ->
            client.queryPaginator(request).items().stream()
                .limit(limit)
                .map(Item::of)
                .map(
                    item ->
                        new Listing(new LeadId(item.text(Schema.PK)), item.text(Schema.QUEUE_SORT)))
                .toList());
  }
}
