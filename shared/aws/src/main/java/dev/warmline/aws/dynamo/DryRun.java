package dev.warmline.aws.dynamo;

import dev.warmline.event.Source;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/**
 * The real adapters in front of a client that is none: what is put can be got again, and nothing
 * else. Takes a function through its own code before the SDK's client is ready; {@link Rehearsals}
 * take it through that too.
 */
public final class DryRun {
  private static final TableNames NAMES = TableNames.withPrefix("dry-run");

  private final DynamoDbClient client = new NoClient();

  /** The adapters. */
  public Stores stores() {
    return new Stores(client, NAMES);
  }

  /** Lets a source send. */
  public void admit(String writeKey, Source source) {
    new DynamoSources(client, NAMES.models()).putSource(writeKey, source);
  }

  private static final class NoClient implements DynamoDbClient {
    private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();

    @Override
    public synchronized PutItemResponse putItem(PutItemRequest put) {
      items.put(name(put.tableName(), put.item()), put.item());
      return PutItemResponse.builder().build();
    }

    @Override
    public synchronized GetItemResponse getItem(GetItemRequest get) {
      return GetItemResponse.builder().item(items.get(name(get.tableName(), get.key()))).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {
      // holds nothing
    }

    private static String name(String table, Map<String, AttributeValue> key) {
      var item = Item.of(key);
      return table + "|" + item.text(Schema.PK) + "|" + item.text(Schema.SK);
    }
  }
}
