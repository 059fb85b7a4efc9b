package dev.warmline.aws.priming;

import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.dynamo.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The function's tables while it is primed: every call is made, every write with a condition that
 * no item meets, so that nothing is changed; what was to be written is remembered, so that the
 * function goes on with it. What DynamoDB answers is not looked at: writes fail as they must, and
 * the policy of a new role may not be there yet. For any number of threads.
 */
public final class HarmlessTables implements DynamoDbClient {
  private static final String IMPOSSIBLE =
      "attribute_exists(%s) AND attribute_not_exists(%s)".formatted(Schema.PK, Schema.PK);
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(\\w+) = (?:if_not_exists\\(\\w+, )?(:\\w+)");

  private final Optional<DynamoDbClient> real;
  private final Map<String, Map<String, AttributeValue>> items;

  /** Without anything remembered; no call is made if there is no client for it. */
  public HarmlessTables(Optional<DynamoDbClient> real) {
    this(real, new ConcurrentSkipListMap<>());
  }

  private HarmlessTables(
      Optional<DynamoDbClient> real, Map<String, Map<String, AttributeValue>> items) {
    this.real = real;
    this.items = items;
  }

  /** The same items without calls: to prepare what the function is to find. */
  HarmlessTables silent() {
    return new HarmlessTables(Optional.empty(), items);
  }

  /** The adapters over them. */
  Database database() {
    return new Database(this);
  }

  /** What is remembered of a table. */
  public List<Map<String, AttributeValue>> itemsOf(String table) {
    return startingWith(table + "|");
  }

  @Override
  public GetItemResponse getItem(GetItemRequest get) {
    call(client -> client.getItem(get));
    return GetItemResponse.builder().item(items.get(name(get.tableName(), get.key()))).build();
  }

  @Override
  public QueryResponse query(QueryRequest query) {
    call(client -> client.query(query));
    var values = query.expressionAttributeValues();
    var found =
        values.containsKey(":pk")
            ? startingWith(
                "%s|%s|%s".formatted(query.tableName(), text(values, ":pk"), text(values, ":sk")))
            : List.<Map<String, AttributeValue>>of();
    return QueryResponse.builder().items(found).build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest put) {
    var condition = impossible(put.conditionExpression());
    call(client -> client.putItem(put.toBuilder().conditionExpression(condition).build()));
    remember(put.tableName(), put.item());
    return PutItemResponse.builder().build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest update) {
    var condition = impossible(update.conditionExpression());
    call(client -> client.updateItem(update.toBuilder().conditionExpression(condition).build()));
    var item = new HashMap<>(update.key());
    item.putAll(items.getOrDefault(name(update.tableName(), update.key()), Map.of()));
    var assignments = ASSIGNMENT.matcher(update.updateExpression());
    while (assignments.find()) {
      item.put(assignments.group(1), update.expressionAttributeValues().get(assignments.group(2)));
    }
    remember(update.tableName(), item);
    return UpdateItemResponse.builder().attributes(item).build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest writes) {
    var harmless = new ArrayList<>(writes.transactItems());
    harmless.replaceAll(write -> write.toBuilder().put(harmless(write.put())).build());
    call(client -> client.transactWriteItems(request -> request.transactItems(harmless)));
    writes.transactItems().forEach(it -> remember(it.put().tableName(), it.put().item()));
    return TransactWriteItemsResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // the real client belongs to whoever made it
  }

  private void call(Consumer<DynamoDbClient> made) {
    try {
      real.ifPresent(made);
    } catch (DynamoDbException expected) {
      // a write that cannot succeed, or a policy that is not there yet
    }
  }

  private static Put harmless(Put put) {
    return put.toBuilder().conditionExpression(impossible(put.conditionExpression())).build();
  }

  private static String impossible(@Nullable String condition) {
    return condition == null ? IMPOSSIBLE : "(" + condition + ") AND " + IMPOSSIBLE;
  }

  private void remember(String table, Map<String, AttributeValue> item) {
    items.put(name(table, item), item);
  }

  private List<Map<String, AttributeValue>> startingWith(String prefix) {
    return items.entrySet().stream()
        .filter(item -> item.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String name(String table, Map<String, AttributeValue> key) {
    return "%s|%s|%s".formatted(table, text(key, Schema.PK), text(key, Schema.SK));
  }

  private static String text(Map<String, AttributeValue> values, String name) {
    return Optional.ofNullable(values.get(name)).map(AttributeValue::s).orElse("");
  }
}
