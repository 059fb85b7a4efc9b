package dev.warmline.testkit.dynamo;

import dev.warmline.testkit.dynamo.Weather.Call;
import dev.warmline.testkit.dynamo.Weather.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A client around another one, for what DynamoDB does and DynamoDB Local never does: throttles,
 * transaction conflicts, also on plain puts, answers that get lost, calls that the SDK repeats by
 * itself, and indexes that lag. The SDK's own repetitions have been in vain when it throws.
 */
public final class TroubledDynamo implements DynamoDbClient {
  private final DynamoDbClient client;
  private final LaggingIndexes indexes;
  private final Weather weather;

  /** Calls {@code client} except where the weather is bad. */
  public TroubledDynamo(DynamoDbClient client, LaggingIndexes indexes, Weather weather) {
    this.client = client;
    this.indexes = indexes;
    this.weather = weather;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var item = Written.of(request.tableName(), request.key());
    return around(new Call("GetItem", Kind.READ, item::toString), () -> client.getItem(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    var item = Written.of(request.tableName(), request.item());
    return write("PutItem", item, () -> client.putItem(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    var item = Written.of(request.tableName(), request.key());
    return write("UpdateItem", item, () -> client.updateItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    var item = Written.of(request.tableName(), request.key());
    return write("DeleteItem", item, () -> client.deleteItem(request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    var items = request.transactItems().stream().map(Written::of).toList();
    var call = new Call("TransactWriteItems", Kind.TRANSACTION, items::toString);
    return answer(
        call,
        weather.before(call),
        told(items, () -> client.transactWriteItems(request)),
        items.size());
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    if (request.indexName() == null) {
      var values = new TreeMap<>(request.expressionAttributeValues()).values();
      Supplier<String> what = () -> request.tableName() + " " + values;
      return around(new Call("Query", Kind.READ, what), () -> client.query(request));
    }
    var call = new Call("Query", Kind.INDEX_READ, () -> "index " + request.indexName());
    var trouble = weather.before(call);
    var lag = trouble instanceof Trouble.Lag(var behind) ? behind : Duration.ZERO;
    return answer(call, trouble, () -> indexes.query(request, lag), 1);
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return around(new Call("Scan", Kind.READ, request::tableName), () -> client.scan(request));
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  @Override
  public void close() {
    client.close();
  }

  private <T> T write(String operation, Written item, Supplier<T> work) {
    var call = new Call(operation, Kind.WRITE, item::toString);
    return answer(call, weather.before(call), told(List.of(item), work), 1);
  }

  /** The indexes hear of what was written. */
  private <T> Supplier<T> told(List<Written> items, Supplier<T> work) {
    return () -> {
      var answer = work.get();
      items.forEach(item -> indexes.written(client, item.table(), item.key()));
      return answer;
    };
  }

  private <T> T around(Call call, Supplier<T> work) {
    return answer(call, weather.before(call), work, 1);
  }

  private <T> T answer(Call call, Trouble trouble, Supplier<T> work, int writes) {
    return switch (trouble) {
      case Trouble.Throttled _ -> throw throttled();
      case Trouble.Conflict _ -> throw conflict(call, writes);
      case Trouble.LostAnswer _ -> {
        var _ = work.get();
        weather.after(call);
        throw SdkClientException.create("planned loss of the answer", new IOException("timeout"));
      }
      case Trouble.Repeated(var meanwhile) -> {
        var first = work.get();
        meanwhile.run();
        // transactions bear a token, by which DynamoDB knows them again
        var answer = call.kind() == Kind.TRANSACTION ? first : again(work);
        weather.after(call);
        yield answer;
      }
      case Trouble.None _, Trouble.Lag _ -> {
        var answer = work.get();
        weather.after(call);
        yield answer;
      }
    };
  }

  private static <T> T again(Supplier<T> work) {
    try {
      return work.get();
    } catch (ConditionalCheckFailedException e) {
      throw e.toBuilder().numAttempts(2).build();
    }
  }

  private static DynamoDbException throttled() {
    return ProvisionedThroughputExceededException.builder()
        .message("planned throttling")
        .statusCode(400)
        .build();
  }

  private static DynamoDbException conflict(Call call, int writes) {
    if (call.kind() != Kind.TRANSACTION) {
      return TransactionConflictException.builder().message("planned conflict").build();
    }
    return TransactionCanceledException.builder()
        .message("planned conflict")
        .cancellationReasons(reasons(writes))
        .build();
  }

  /** The last item is in another transaction; the others are not at fault. */
  private static List<CancellationReason> reasons(int writes) {
    var reasons = new ArrayList<CancellationReason>();
    for (var i = 1; i < writes; i++) {
      reasons.add(CancellationReason.builder().code("None").build());
    }
    reasons.add(CancellationReason.builder().code("TransactionConflict").build());
    return reasons;
  }
}
