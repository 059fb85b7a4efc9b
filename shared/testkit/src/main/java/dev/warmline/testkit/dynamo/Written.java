package dev.warmline.testkit.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The item that a call is about: its table and the key that every table here has. */
record Written(String table, Map<String, AttributeValue> key) {
  private static final String PK = "pk";
  private static final String SK = "sk";

  /** Of an item, or of its key. */
  static Written of(String table, Map<String, AttributeValue> item) {
    return new Written(
        table,
        Map.of(
            PK, item.getOrDefault(PK, AttributeValue.fromS("")),
            SK, item.getOrDefault(SK, AttributeValue.fromS(""))));
  }

  static Written of(TransactWriteItem item) {
    if (item.put() != null) {
      return of(item.put().tableName(), item.put().item());
    }
    if (item.update() != null) {
      return of(item.update().tableName(), item.update().key());
    }
    return item.delete() != null
        ? of(item.delete().tableName(), item.delete().key())
        : of(item.conditionCheck().tableName(), item.conditionCheck().key());
  }

  @Override
  public String toString() {
    var pk = key.getOrDefault(PK, AttributeValue.fromS("")).s();
    var sk = key.getOrDefault(SK, AttributeValue.fromS("")).s();
    return table + " " + pk + " " + sk;
  }
}
