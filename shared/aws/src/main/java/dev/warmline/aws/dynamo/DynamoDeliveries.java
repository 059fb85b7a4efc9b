package dev.warmline.aws.dynamo;

import dev.warmline.handoff.ChatThread;
import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.NoticeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Deliveries in the leads table, in partitions of their own: an item with a holder, a lease, the
 * mark that it is done and where its message stands. Claiming is one conditional update, so a lost
 * answer is repeated safely.
 */
public final class DynamoDeliveries implements Deliveries {
  private static final String FREE =
      "attribute_not_exists(%s) AND (attribute_not_exists(%s) OR %s = :holder OR %s <= :now)"
          .formatted(Schema.DONE, Schema.HOLDER, Schema.HOLDER, Schema.LEASE);
  private static final String TAKE =
      "SET %s = :holder, %s = :lease".formatted(Schema.HOLDER, Schema.LEASE);

  private final DynamoDbClient client;
  private final String table;

  /** Deliveries in the leads table. */
  public DynamoDeliveries(DynamoDbClient client, String leadsTable) {
    this.client = client;
    this.table = leadsTable;
  }

  @Override
  public DeliveryClaim claim(
      NoticeId id, String channel, String holder, Instant now, Instant leaseUntil) {
    var values =
        Map.of(
            ":holder", AttributeValue.fromS(holder),
            ":now", millis(now),
            ":lease", millis(leaseUntil));
    return Calls.call("claim delivery of " + id, () -> take(Keys.delivery(id, channel), values));
  }

  private DeliveryClaim take(Map<String, AttributeValue> key, Map<String, AttributeValue> values) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key)
                  .updateExpression(TAKE)
                  .conditionExpression(FREE)
                  .expressionAttributeValues(values)
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return DeliveryClaim.OURS;
    } catch (ConditionalCheckFailedException e) {
      return e.item().containsKey(Schema.DONE) ? DeliveryClaim.DONE : DeliveryClaim.HELD;
    }
  }

  @Override
  public void markDone(NoticeId id, String channel, Instant now) {
    var done = Map.of(":now", AttributeValue.fromS(now.toString()));
    Calls.run(
        "mark delivery of " + id,
        () ->
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(Keys.delivery(id, channel))
                        .updateExpression(
                            "SET %s = if_not_exists(%s, :now)".formatted(Schema.DONE, Schema.DONE))
                        .expressionAttributeValues(done)));
  }

  @Override
  public boolean isDone(NoticeId id, String channel) {
    return find(Keys.delivery(id, channel), "look at delivery of " + id)
        .findText(Schema.DONE)
        .isPresent();
  }

  @Override
  public void keepThread(NoticeId cycle, String channel, ChatThread thread) {
    var stands = Map.of(":thread", AttributeValue.fromS(thread.text()));
    Calls.run(
        "keep thread of " + cycle,
        () ->
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(Keys.delivery(cycle, channel))
                        .updateExpression("SET %s = :thread".formatted(Schema.THREAD))
                        .expressionAttributeValues(stands)));
  }

  @Override
  public Optional<ChatThread> findThread(NoticeId cycle, String channel) {
    return find(Keys.delivery(cycle, channel), "find thread of " + cycle)
        .findText(Schema.THREAD)
        .flatMap(ChatThread::parse);
  }

  private Item find(Map<String, AttributeValue> key, String what) {
    var found =
        Calls.call(
            what, () -> client.getItem(get -> get.tableName(table).key(key).consistentRead(true)));
    return Item.of(found.item());
  }

  @Override
  public void release(NoticeId id, String channel, String holder) {
    Calls.run("release delivery of " + id, () -> release(Keys.delivery(id, channel), holder));
  }

  private void release(Map<String, AttributeValue> key, String holder) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key)
                  .updateExpression("REMOVE %s, %s".formatted(Schema.HOLDER, Schema.LEASE))
                  .conditionExpression(Schema.HOLDER + " = :holder")
                  .expressionAttributeValues(Map.of(":holder", AttributeValue.fromS(holder))));
    } catch (ConditionalCheckFailedException e) {
      return; // somebody else's by now, or never taken: nothing to give back
    }
  }

  private static AttributeValue millis(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
  }
}
