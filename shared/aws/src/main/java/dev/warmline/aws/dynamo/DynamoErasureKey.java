package dev.warmline.aws.dynamo;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The key of the marks of erased persons, in the models table: the marks are in the leads table, so
 * that neither of the two, nor a backup of one, lets anybody test whose a mark is.
 */
final class DynamoErasureKey {
  private static final int BYTES = 32;

  private final DynamoDbClient client;
  private final String table;
  private volatile byte @Nullable [] known;

  DynamoErasureKey(DynamoDbClient client, String modelsTable) {
    this.client = client;
    this.table = modelsTable;
  }

  /** The key, if anybody was ever erased. */
  Optional<byte[]> find() {
    if (known == null) {
      Calls.call("read the key of erasures", () -> get()).ifPresent(key -> known = key);
    }
    return Optional.ofNullable(known);
  }

  /** The key, made if there is none. */
  byte[] make() {
    return find()
        .orElseGet(
            () -> {
              var key = new byte[BYTES];
              new SecureRandom().nextBytes(key);
              Calls.run("make the key of erasures", () -> put(key));
              return find().orElseThrow();
            });
  }

  private Optional<byte[]> get() {
    var answer =
        client.getItem(get -> get.tableName(table).key(Keys.erasureKey()).consistentRead(true));
    return Optional.ofNullable(answer.item().get(Schema.BODY)).map(it -> it.b().asByteArray());
  }

  private void put(byte[] key) {
    var item = Item.startingWith(Keys.erasureKey());
    item.put(Schema.BODY, AttributeValue.fromB(SdkBytes.fromByteArray(key)));
    Map<String, AttributeValue> attributes = item.attributes();
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(attributes)
                  .conditionExpression("attribute_not_exists(" + Schema.PK + ")"));
    } catch (ConditionalCheckFailedException e) {
      return; // another made it first
    }
  }
}
