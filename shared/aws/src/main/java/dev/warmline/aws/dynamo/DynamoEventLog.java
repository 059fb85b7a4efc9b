package dev.warmline.aws.dynamo;

import dev.warmline.event.Deadline;
import dev.warmline.event.Event;
import dev.warmline.event.EventKey;
import dev.warmline.event.EventLog;
import dev.warmline.event.ProfileKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The event log in the events table: one conditional put per event, many at once. */
public final class DynamoEventLog implements EventLog {
  /** How long behaviour is kept unless a deployment says otherwise. */
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(400);

  private final DynamoDbClient client;
  private final String table;
  private final Duration retention;

  /**
   * A log in this table.
   *
   * @param retention how long after it happened behaviour expires
   */
  public DynamoEventLog(DynamoDbClient client, String table, Duration retention) {
    this.client = client;
    this.table = table;
    this.retention = retention;
  }

  @Override
  public List<Appended> append(List<Event> events) {
    return append(events, Deadline.NEVER);
  }

  @Override
  public List<Appended> append(List<Event> events, Deadline deadline) {
    var firsts = new LinkedHashMap<EventKey, Event>();
    events.forEach(event -> firsts.putIfAbsent(event.key(), event));
    var keys = List.copyOf(firsts.keySet());
    var what = "append " + events.size() + " events";
    var written =
        Calls.call(
            what,
            () ->
                Calls.LANES.map(
                    List.copyOf(firsts.values()),
                    event -> {
                      deadline.check(what);
                      return put(event);
                    }));
    return inOrder(events, keys, written);
  }

  @Override
  public List<Event> read(Collection<ProfileKey> profiles) {
    var distinct = List.copyOf(new HashSet<>(profiles));
    var what = "read the events of " + distinct.size() + " profiles";
    var parts = Calls.call(what, () -> Calls.LANES.map(distinct, this::query));
    return parts.stream().flatMap(List::stream).toList();
  }

  private static List<Appended> inOrder(
      List<Event> events, List<EventKey> keys, List<Appended> written) {
    var left = new LinkedHashMap<EventKey, Appended>();
    for (int i = 0; i < keys.size(); i++) {
      left.put(keys.get(i), written.get(i));
    }
    var results = new ArrayList<Appended>(events.size());
    for (var event : events) {
      results.add(left.getOrDefault(event.key(), Appended.ALREADY_THERE));
      left.replace(event.key(), Appended.STORED, Appended.ALREADY_THERE);
    }
    return List.copyOf(results);
  }

  private Appended put(Event event) {
    if (EventItems.isExpired(event, retention)) {
      return Appended.EXPIRED;
    }
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(EventItems.write(event, retention))
                  .conditionExpression("attribute_not_exists(" + Schema.PK + ")"));
      return Appended.STORED;
    } catch (ConditionalCheckFailedException e) {
      return Appended.ALREADY_THERE;
    } catch (DynamoDbException e) {
      if (Calls.isRefusal(e)) {
        return Appended.REJECTED;
      }
      throw e;
    }
  }

  private List<Event> query(ProfileKey profile) {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(Schema.PK + " = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(profile.value())))
            .build();
    return client.queryPaginator(request).items().stream()
        .filter(item -> item.containsKey(Schema.BODY))
        .map(EventItems::read)
        .toList();
  }
}
