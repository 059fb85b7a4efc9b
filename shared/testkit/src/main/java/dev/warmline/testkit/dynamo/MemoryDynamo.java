package dev.warmline.testkit.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Tables in memory behind the SDK's own interface, so that adapters, codecs and conditions run as
 * they are deployed, thousands of times a second. It knows what the adapters use of the expression
 * language and refuses the rest. Every write is told to one listener, in order.
 */
public final class MemoryDynamo implements DynamoDbClient {
  private final Map<String, MemoryTable> tables = new HashMap<>();
  private final Consumer<ItemChange> stream;

  /** Empty, without tables; each write goes to {@code stream} once it is done. */
  public MemoryDynamo(Consumer<ItemChange> stream) {
    this.stream = stream;
  }

  /** Every item of a table, in the order of the keys. */
  public synchronized List<Map<String, AttributeValue>> items(String table) {
    return table(table).all();
  }

  /** Puts an item back as it was told to a listener, without telling anybody. */
  synchronized void replay(ItemChange change) {
    table(change.table()).write(change.keys(), change.after());
  }

  @Override
  public synchronized CreateTableResponse createTable(CreateTableRequest request) {
    tables.put(request.tableName(), new MemoryTable(request));
    return CreateTableResponse.builder().build();
  }

  @Override
  public synchronized GetItemResponse getItem(GetItemRequest request) {
    var item = table(request.tableName()).find(request.key());
    return GetItemResponse.builder().item(item.isEmpty() ? null : item).build();
  }

  @Override
  public synchronized PutItemResponse putItem(PutItemRequest request) {
    var write = Write.of(request);
    write.verify(table(write.table()));
    apply(write);
    return PutItemResponse.builder().build();
  }

  @Override
  public synchronized DeleteItemResponse deleteItem(DeleteItemRequest request) {
    var write = Write.of(request);
    write.verify(table(write.table()));
    apply(write);
    return DeleteItemResponse.builder().build();
  }

  @Override
  public synchronized UpdateItemResponse updateItem(UpdateItemRequest request) {
    var write = Write.of(request);
    var table = table(write.table());
    write.verify(table);
    var before = table.find(request.key());
    apply(write);
    var after = table.find(request.key());
    var answer = request.returnValues() == ReturnValue.ALL_OLD ? before : after;
    return UpdateItemResponse.builder().attributes(answer).build();
  }

  @Override
  public synchronized TransactWriteItemsResponse transactWriteItems(
      TransactWriteItemsRequest request) {
    var writes = request.transactItems().stream().map(Write::of).toList();
    var reasons = new ArrayList<CancellationReason>();
    for (var write : writes) {
      reasons.add(write.reason(table(write.table())));
    }
    if (reasons.stream().anyMatch(reason -> !Write.NONE.equals(reason.code()))) {
      throw TransactionCanceledException.builder()
          .message("Transaction cancelled")
          .cancellationReasons(reasons)
          .build();
    }
    writes.forEach(this::apply);
    return TransactWriteItemsResponse.builder().build();
  }

  @Override
  public synchronized QueryResponse query(QueryRequest request) {
    var page = ItemsPage.of(request, table(request.tableName()));
    return QueryResponse.builder()
        .items(page.items())
        .count(page.items().size())
        .lastEvaluatedKey(page.last())
        .build();
  }

  @Override
  public synchronized ScanResponse scan(ScanRequest request) {
    var page = ItemsPage.of(request, table(request.tableName()));
    return ScanResponse.builder()
        .items(page.items())
        .count(page.items().size())
        .lastEvaluatedKey(page.last())
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private void apply(Write write) {
    if (write.isWrite()) {
      stream.accept(write.applyTo(table(write.table())));
    }
  }

  private MemoryTable table(String name) {
    var table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name);
    }
    return table;
  }
}
