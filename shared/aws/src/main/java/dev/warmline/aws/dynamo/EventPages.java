package dev.warmline.aws.dynamo;

import dev.warmline.event.Event;
import dev.warmline.event.EventKey;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** One reading of the events of some profiles, page by page, until the reader has enough. */
final class EventPages {
  private final DynamoDbClient client;
  private final String table;
  private final Optional<Trust> of;
  private final Predicate<Event> reader;
  private volatile boolean hasEnough;

  EventPages(DynamoDbClient client, String table, Optional<Trust> of, Predicate<Event> reader) {
    this.client = client;
    this.table = table;
    this.of = of;
    this.reader = reader;
  }

  /** Reads one profile; {@code free} says how many pages may be in memory at once. */
  void of(ProfileKey profile, Semaphore free) {
    var from = Map.<String, AttributeValue>of();
    do {
      free.acquireUninterruptibly();
      try {
        var page = client.query(query(profile, from));
        take(page.items());
        from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
      } finally {
        free.release();
      }
    } while (!from.isEmpty() && !hasEnough);
  }

  private void take(List<Map<String, AttributeValue>> items) {
    for (var item : items) {
      if (hasEnough) {
        return;
      }
      if (item.containsKey(Schema.BODY)) {
        take(EventItems.read(item));
      }
    }
  }

  private synchronized void take(Event event) {
    hasEnough = hasEnough || !reader.test(event);
  }

  private QueryRequest query(ProfileKey profile, Map<String, AttributeValue> from) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":pk", AttributeValue.fromS(profile.value()));
    of.ifPresent(trust -> values.put(":sk", AttributeValue.fromS(EventKey.classOf(trust))));
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression(
            Schema.PK
                + " = :pk"
                + of.map(_ -> " AND begins_with(" + Schema.SK + ", :sk)").orElse(""))
        .expressionAttributeValues(values)
        .exclusiveStartKey(from.isEmpty() ? null : from)
        .build();
  }
}
