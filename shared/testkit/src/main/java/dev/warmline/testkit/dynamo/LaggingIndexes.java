package dev.warmline.testkit.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A copy of tables whose changes arrive late: what a global index answers. It never goes back: what
 * was seen once stays seen.
 */
public final class LaggingIndexes {
  private record Late(Instant at, ItemChange change) {}

  private final MemoryDynamo copy = new MemoryDynamo(change -> {});
  private final Deque<Late> underWay = new ArrayDeque<>();
  private final InstantSource clock;

  /** Copies of tables that are empty now. */
  public LaggingIndexes(List<CreateTableRequest> definitions, InstantSource clock) {
    this.clock = clock;
    definitions.forEach(copy::createTable);
  }

  /** The item with this key was written just now; the client says what it is. */
  synchronized void written(DynamoDbClient client, String table, Map<String, AttributeValue> key) {
    var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    var item = answer.hasItem() ? answer.item() : Map.<String, AttributeValue>of();
    underWay.add(new Late(clock.instant(), new ItemChange(table, key, Map.of(), item)));
  }

  /** The answer as it was so long ago, or later. */
  public synchronized QueryResponse query(QueryRequest request, Duration behind) {
    var until = clock.instant().minus(behind);
    while (!underWay.isEmpty() && !underWay.getFirst().at().isAfter(until)) {
      copy.replay(underWay.removeFirst().change());
    }
    return copy.query(request);
  }
}
