package dev.warmline.aws.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The schema of the tables as code, for tests and the local stack; the template says the same. */
public final class Tables {
  private Tables() {}

  /** Creates the tables that do not exist yet and lets events and parked items expire. */
  public static void create(DynamoDbClient client, TableNames names) {
    for (var definition : definitions(names)) {
      if (createIfAbsent(client, definition)) {
        client.waiter().waitUntilTableExists(wait -> wait.tableName(definition.tableName()));
      }
    }
    for (var expiring : List.of(names.events(), names.leads(), names.parked())) {
      expire(client, expiring);
    }
  }

  /** The four tables: keys, on-demand capacity, streams and indexes. */
  public static List<CreateTableRequest> definitions(TableNames names) {
    return List.of(
        events(names.events()),
        leads(names.leads()),
        table(names.parked(), Optional.empty()).build(),
        table(names.models(), Optional.empty()).build());
  }

  private static CreateTableRequest events(String name) {
    return table(name, Optional.of(StreamViewType.NEW_IMAGE)).build();
  }

  private static CreateTableRequest leads(String name) {
    var attributes = new ArrayList<>(attributes(Schema.PK, Schema.SK));
    attributes.addAll(attributes(Schema.QUEUE_KEY, Schema.QUEUE_SORT));
    attributes.addAll(attributes(Schema.DUE_KEY, Schema.DUE_SORT));
    return table(name, Optional.of(StreamViewType.NEW_AND_OLD_IMAGES))
        .attributeDefinitions(attributes)
        .globalSecondaryIndexes(
            index(Schema.QUEUE_INDEX, Schema.QUEUE_KEY, Schema.QUEUE_SORT),
            index(Schema.DUE_INDEX, Schema.DUE_KEY, Schema.DUE_SORT))
        .build();
  }

  private static CreateTableRequest.Builder table(String name, Optional<StreamViewType> stream) {
    var table =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(keys(Schema.PK, Schema.SK))
            .attributeDefinitions(attributes(Schema.PK, Schema.SK));
    stream.ifPresent(
        view -> table.streamSpecification(s -> s.streamEnabled(true).streamViewType(view)));
    return table;
  }

  private static GlobalSecondaryIndex index(String name, String hash, String range) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(hash, range))
        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
        .build();
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }

  private static List<AttributeDefinition> attributes(String hash, String range) {
    return List.of(text(hash), text(range));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static boolean createIfAbsent(DynamoDbClient client, CreateTableRequest definition) {
    try {
      client.createTable(definition);
      return true;
    } catch (ResourceInUseException e) {
      return false;
    }
  }

  private static void expire(DynamoDbClient client, String table) {
    var status = client.describeTimeToLive(d -> d.tableName(table)).timeToLiveDescription();
    if (status.attributeName() == null) {
      client.updateTimeToLive(
          update ->
              update
                  .tableName(table)
                  .timeToLiveSpecification(ttl -> ttl.attributeName(Schema.EXPIRES).enabled(true)));
    }
  }
}
