package dev.warmline.measure.proof;

import dev.warmline.aws.dynamo.EventItems;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.event.Event;
import dev.warmline.event.ProfileKey;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Tables in memory in which some profiles have more events than memory holds: they are made, page
 * by page and packed as they are stored, when they are asked for.
 */
final class EndlessTables implements DynamoDbClient {
  /** About what DynamoDB puts in a page of a megabyte. */
  private static final int PAGE = 1_500;

  private record Made(int browser, int server, IntFunction<Event> event) {}

  private final MemoryDynamo tables;
  private final String eventsTable;
  private final Map<String, Made> made = new HashMap<>();

  EndlessTables(MemoryDynamo tables, String eventsTable) {
    this.tables = tables;
    this.eventsTable = eventsTable;
  }

  /**
   * Gives a profile events.
   *
   * @param event the event of each number from 0: first so many of browsers, then so many of
   *     servers
   */
  void make(ProfileKey profile, int browser, int server, IntFunction<Event> event) {
    made.put(profile.value(), new Made(browser, server, event));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var values = request.expressionAttributeValues();
    var endless = values.containsKey(":pk") ? made.get(text(values, ":pk")) : null;
    if (endless == null || !request.tableName().equals(eventsTable)) {
      return tables.query(request);
    }
    var from =
        request.hasExclusiveStartKey()
            ? Integer.parseInt(text(request.exclusiveStartKey(), Schema.SK))
            : values.containsKey(":sk") ? endless.browser() : 0;
    var to = Math.min(from + PAGE, endless.browser() + endless.server());
    var items = IntStream.range(from, to).mapToObj(i -> EventItems.write(endless.event().apply(i)));
    var page = QueryResponse.builder().items(items.toList());
    return to < endless.browser() + endless.server()
        ? page.lastEvaluatedKey(Map.of(Schema.SK, AttributeValue.fromS("" + to))).build()
        : page.build();
  }

  private static String text(Map<String, AttributeValue> values, String name) {
    return Objects.requireNonNull(values.get(name)).s();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return tables.getItem(request);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return tables.putItem(request);
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return tables.updateItem(request);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return tables.transactWriteItems(request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // there is nothing to close
  }
}
