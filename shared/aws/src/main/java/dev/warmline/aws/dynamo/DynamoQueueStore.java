package dev.warmline.aws.dynamo;

import dev.warmline.team.QueueStore;
import dev.warmline.team.QueueTurns;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The turns of queues, each one item of the leads table. */
final class DynamoQueueStore implements QueueStore {
  private final DynamoDbClient client;
  private final String table;

  DynamoQueueStore(DynamoDbClient client, String leadsTable) {
    this.client = client;
    this.table = leadsTable;
  }

  @Override
  public QueueTurns find(String queue) {
    var answer =
        Calls.call(
            "read the turns of a queue",
            () ->
                client.getItem(
                    get -> get.tableName(table).key(Keys.queue(queue)).consistentRead(true)));
    return answer.hasItem() ? QueueItems.read(queue, answer.item()) : QueueTurns.none(queue);
  }

  @Override
  public boolean write(QueueTurns turns) {
    return Calls.call("write the turns of a queue", () -> put(turns));
  }

  private boolean put(QueueTurns turns) {
    var version = Map.of(":version", AttributeValue.fromN(Long.toString(turns.version())));
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(QueueItems.write(turns.stored()))
                  .conditionExpression(
                      turns.version() == 0
                          ? "attribute_not_exists(" + Schema.PK + ")"
                          : Schema.VERSION + " = :version")
                  .expressionAttributeValues(turns.version() == 0 ? null : version));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }
}
