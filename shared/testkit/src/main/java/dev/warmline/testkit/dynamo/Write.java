package dev.warmline.testkit.dynamo;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One conditional write of one item, whatever request it came in.
 *
 * @param key has at least the attributes of the primary key
 * @param isWrite false for a mere check of a condition
 * @param effect makes the new item of the one before; empty stands for none
 */
record Write(
    String table,
    Map<String, AttributeValue> key,
    ItemCondition condition,
    boolean isWrite,
    boolean showsItem,
    UnaryOperator<Map<String, AttributeValue>> effect) {
  static final String NONE = "None";
  private static final String FAILED = "ConditionalCheckFailed";

  static Write of(PutItemRequest put) {
    return put(
        put.tableName(),
        put.item(),
        condition(
            put.conditionExpression(),
            put.expressionAttributeNames(),
            put.expressionAttributeValues()),
        shows(put.returnValuesOnConditionCheckFailure()));
  }

  static Write of(UpdateItemRequest request) {
    var names = request.expressionAttributeNames();
    var values = request.expressionAttributeValues();
    return update(
        request.tableName(),
        request.key(),
        condition(request.conditionExpression(), names, values),
        Update.read(request.updateExpression(), names, values),
        shows(request.returnValuesOnConditionCheckFailure()));
  }

  static Write of(DeleteItemRequest delete) {
    return delete(
        delete.tableName(),
        delete.key(),
        condition(
            delete.conditionExpression(),
            delete.expressionAttributeNames(),
            delete.expressionAttributeValues()));
  }

  static Write of(TransactWriteItem item) {
    if (item.put() != null) {
      var put = item.put();
      var names = put.expressionAttributeNames();
      var on = condition(put.conditionExpression(), names, put.expressionAttributeValues());
      return put(put.tableName(), put.item(), on, false);
    }
    if (item.update() != null) {
      var update = item.update();
      var names = update.expressionAttributeNames();
      var values = update.expressionAttributeValues();
      var on = condition(update.conditionExpression(), names, values);
      var effect = Update.read(update.updateExpression(), names, values);
      return update(update.tableName(), update.key(), on, effect, false);
    }
    if (item.delete() != null) {
      var delete = item.delete();
      var names = delete.expressionAttributeNames();
      var on = condition(delete.conditionExpression(), names, delete.expressionAttributeValues());
      return delete(delete.tableName(), delete.key(), on);
    }
    var check = item.conditionCheck();
    var names = check.expressionAttributeNames();
    var on = condition(check.conditionExpression(), names, check.expressionAttributeValues());
    return new Write(check.tableName(), check.key(), on, false, false, before -> before);
  }

  ItemChange applyTo(MemoryTable to) {
    return to.write(key, effect.apply(to.find(key)));
  }

  CancellationReason reason(MemoryTable in) {
    var code = condition.holds(in.find(key)) ? NONE : FAILED;
    return CancellationReason.builder().code(code).build();
  }

  void verify(MemoryTable in) {
    var item = in.find(key);
    if (!condition.holds(item)) {
      throw ConditionalCheckFailedException.builder()
          .message("The conditional request failed")
          .item(showsItem ? item : null)
          .build();
    }
  }

  private static Write put(
      String table, Map<String, AttributeValue> item, ItemCondition condition, boolean showsItem) {
    return new Write(table, item, condition, true, showsItem, before -> item);
  }

  private static Write update(
      String table,
      Map<String, AttributeValue> key,
      ItemCondition condition,
      Update update,
      boolean showsItem) {
    return new Write(table, key, condition, true, showsItem, before -> update.applyTo(before, key));
  }

  private static Write delete(
      String table, Map<String, AttributeValue> key, ItemCondition condition) {
    return new Write(table, key, condition, true, false, before -> Map.of());
  }

  private static ItemCondition condition(
      @Nullable String expression, Map<String, String> names, Map<String, AttributeValue> values) {
    return ItemCondition.read(expression, names, values);
  }

  private static boolean shows(@Nullable ReturnValuesOnConditionCheckFailure wanted) {
    return wanted == ReturnValuesOnConditionCheckFailure.ALL_OLD;
  }
}
