package dev.warmline.aws.dynamo;

import dev.warmline.event.Deadline;
import dev.warmline.event.Event;
import dev.warmline.event.EventKey;
import dev.warmline.event.EventLog;
import dev.warmline.event.EventRemoval;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The event log in the events table: one conditional put per event, many at once. */
public final class DynamoEventLog implements EventLog, EventRemoval {
  /** A page has a megabyte, and several times that once it is read: few at once, whoever reads. */
  private static final int PAGES_AT_ONCE = 8;

  private final DynamoDbClient client;
  private final String table;
  private final Semaphore pages = new Semaphore(PAGES_AT_ONCE);

  /** A log in this table. */
  public DynamoEventLog(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
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
  public void read(Collection<ProfileKey> profiles, Optional<Trust> of, Predicate<Event> reader) {
    var distinct = new TreeSet<>(profiles);
    var reading = new EventPages(client, table, of, reader);
    Calls.run(
        "read the events of " + distinct.size() + " profiles",
        () -> Calls.LANES.forEach(distinct, profile -> reading.of(profile, pages)));
  }

  @Override
  public void remove(Collection<EventKey> events) {
    Calls.run(
        "remove " + events.size() + " events",
        () ->
            Calls.LANES.forEach(
                events,
                key -> client.deleteItem(del -> del.tableName(table).key(Keys.event(key)))));
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
    if (EventLog.isExpired(event)) {
      return Appended.EXPIRED;
    }
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(EventItems.write(event))
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
}
