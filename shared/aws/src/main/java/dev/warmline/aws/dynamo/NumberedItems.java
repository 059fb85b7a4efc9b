package dev.warmline.aws.dynamo;

import dev.warmline.event.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What is put in force one after the other: an item says which number is in force, and each number
 * has an item of its own that stays.
 */
record NumberedItems(DynamoDbClient client, String table) {
  private static final int ATTEMPTS = 5;
  private static final String ABSENT = "attribute_not_exists(" + Schema.PK + ")";

  /**
   * What an attempt gives that nobody else was faster than.
   *
   * @param attempt empty if somebody was
   * @throws StoreUnavailable if the store cannot answer, or others keep being faster
   */
  static <T> T until(String what, Supplier<Optional<T>> attempt) {
    for (var i = 1; i < ATTEMPTS; i++) {
      var done = Calls.call(what, attempt);
      if (done.isPresent()) {
        return done.get();
      }
    }
    throw new StoreUnavailable(
        what, new IllegalStateException("others keep publishing: try again"));
  }

  /**
   * Puts a number in force if the one before it is.
   *
   * @param current says which is in force
   * @param others what is new with it: its own item, and what belongs to it
   * @return false if another number is in force by now
   */
  boolean write(
      int number, Map<String, AttributeValue> current, List<Map<String, AttributeValue>> others) {
    var puts = new ArrayList<Put>();
    puts.add(number == 1 ? absent(current) : after(number - 1, current));
    others.forEach(item -> puts.add(absent(item)));
    var items = puts.stream().map(put -> TransactWriteItem.builder().put(put).build()).toList();
    try {
      client.transactWriteItems(request -> request.transactItems(items));
      return true;
    } catch (TransactionCanceledException e) {
      if (DynamoLeadStore.isLostRace(e)) {
        return false;
      }
      throw e;
    }
  }

  private Put absent(Map<String, AttributeValue> item) {
    return Put.builder().tableName(table).item(item).conditionExpression(ABSENT).build();
  }

  private Put after(int before, Map<String, AttributeValue> current) {
    return Put.builder()
        .tableName(table)
        .item(current)
        .conditionExpression(Schema.NUMBER + " = :before")
        .expressionAttributeValues(
            Map.of(":before", AttributeValue.fromN(Integer.toString(before))))
        .build();
  }

  /** An item as it was written last. */
  Optional<Item> find(Map<String, AttributeValue> key) {
    var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return answer.hasItem() ? Optional.of(Item.of(answer.item())) : Optional.empty();
  }
}
