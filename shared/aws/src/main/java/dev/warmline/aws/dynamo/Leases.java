package dev.warmline.aws.dynamo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Work that one owner at a time may do, and only once: an item with an owner, a lease and the mark
 * that it is done. Taking it is one conditional update, so a lost answer is repeated safely.
 */
final class Leases {

  private static final String FREE =
      "attribute_not_exists(%s) AND (attribute_not_exists(%s) OR %s = :owner OR %s <= :now)"
          .formatted(Schema.DONE, Schema.OWNER, Schema.OWNER, Schema.LEASE);
  private static final String TAKE =
      "SET %s = :owner, %s = :lease".formatted(Schema.OWNER, Schema.LEASE);
  private static final String KEEP_BODY =
      ", %s = if_not_exists(%s, :body)".formatted(Schema.BODY, Schema.BODY);

  private final DynamoDbClient client;
  private final String table;

  Leases(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** What an attempt found. */
  sealed interface Taken {
    record Ours(Item item) implements Taken {}

    record Held(Instant until) implements Taken {}

    record Done() implements Taken {}
  }

  /** Who wants it, and from when until when. */
  record Wish(String owner, Instant now, Instant until) {}

  Taken take(Map<String, AttributeValue> key, Wish wish) {
    return take(key, TAKE, values(wish));
  }

  /** Takes it and stores the body unless there is one. */
  Taken take(Map<String, AttributeValue> key, Wish wish, AttributeValue body) {
    var values = values(wish);
    values.put(":body", body);
    return take(key, TAKE + KEEP_BODY, values);
  }

  void markDone(Map<String, AttributeValue> key, Instant now) {
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(key)
                .updateExpression(
                    "SET %s = if_not_exists(%s, :now)".formatted(Schema.DONE, Schema.DONE))
                .expressionAttributeValues(Map.of(":now", AttributeValue.fromS(now.toString()))));
  }

  Optional<AttributeValue> findBody(Map<String, AttributeValue> key) {
    var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return answer.hasItem() ? Item.of(answer.item()).find(Schema.BODY) : Optional.empty();
  }

  boolean isDone(Map<String, AttributeValue> key) {
    var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return answer.hasItem() && answer.item().containsKey(Schema.DONE);
  }

  void release(Map<String, AttributeValue> key, String owner) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key)
                  .updateExpression("REMOVE %s, %s".formatted(Schema.OWNER, Schema.LEASE))
                  .conditionExpression(Schema.OWNER + " = :owner")
                  .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner))));
    } catch (ConditionalCheckFailedException e) {
      return; // somebody else's by now, or never taken: nothing to give back
    }
  }

  static AttributeValue body(Item item) {
    return item.get(Schema.BODY);
  }

  private Taken take(
      Map<String, AttributeValue> key, String expression, Map<String, AttributeValue> values) {
    try {
      var answer =
          client.updateItem(
              update ->
                  update
                      .tableName(table)
                      .key(key)
                      .updateExpression(expression)
                      .conditionExpression(FREE)
                      .expressionAttributeValues(values)
                      .returnValues(ReturnValue.ALL_NEW)
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Taken.Ours(Item.of(answer.attributes()));
    } catch (ConditionalCheckFailedException e) {
      return e.item().containsKey(Schema.DONE)
          ? new Taken.Done()
          : new Taken.Held(Instant.ofEpochMilli(Item.of(e.item()).number(Schema.LEASE)));
    }
  }

  private static Map<String, AttributeValue> values(Wish wish) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":owner", AttributeValue.fromS(wish.owner()));
    values.put(":now", millis(wish.now()));
    values.put(":lease", millis(wish.until()));
    return values;
  }

  private static AttributeValue millis(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
  }
}
