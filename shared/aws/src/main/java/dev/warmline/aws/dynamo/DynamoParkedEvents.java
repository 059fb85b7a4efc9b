package dev.warmline.aws.dynamo;

import dev.warmline.event.ParkedArchive;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Parked events in their own table, where they expire.
 *
 * @param retention how long they are kept after they were refused
 */
public record DynamoParkedEvents(DynamoDbClient client, String table, Duration retention)
    implements ParkedEvents, ParkedArchive {
  /** How long parked events are kept unless a deployment says otherwise. */
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(30);

  @Override
  public void park(ParkedEvent parked) {
    Calls.run("park an event", () -> put(parked));
  }

  /** At most so many parked events, in no particular order: for people, not for functions. */
  public List<ParkedEvent> list(int limit) {
    return Calls.call(
        "list parked events",
        () ->
            client
                .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                .items()
                .stream()
                .filter(item -> item.containsKey(Schema.WHY))
                .limit(limit)
                .map(DynamoParkedEvents::read)
                .toList());
  }

  /** The parked event of this digest, or empty. */
  public Optional<ParkedEvent> find(String digest) {
    return Calls.call(
        "read a parked event",
        () ->
            Optional.of(client.getItem(get -> get.tableName(table).key(Keys.parked(digest))))
                .filter(GetItemResponse::hasItem)
                .map(answer -> read(answer.item())));
  }

  @Override
  public void read(Consumer<ParkedEvent> reader) {
    var from = Map.<String, AttributeValue>of();
    do {
      var page = page(from);
      page.items().stream()
          .filter(item -> item.containsKey(Schema.WHY))
          .map(DynamoParkedEvents::read)
          .forEach(reader);
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!from.isEmpty());
  }

  private ScanResponse page(Map<String, AttributeValue> from) {
    return Calls.call(
        "read what is parked",
        () ->
            client.scan(
                scan ->
                    scan.tableName(table)
                        .consistentRead(true)
                        .exclusiveStartKey(from.isEmpty() ? null : from)));
  }

  /** Forgets what has been taken in after all, or is of somebody who was erased. */
  @Override
  public void remove(ParkedEvent parked) {
    Calls.run(
        "remove a parked event",
        () -> client.deleteItem(del -> del.tableName(table).key(Keys.parked(parked.digest()))));
  }

  private void put(ParkedEvent parked) {
    var item =
        Item.startingWith(Keys.parked(parked.digest()))
            .put(Schema.SOURCE_OF, parked.source())
            .put(Schema.WHY, parked.reason())
            .put(Schema.AT, parked.at())
            .put(Schema.BODY, Packed.text(parked.raw()))
            .put(Schema.EXPIRES, parked.at().plus(retention).getEpochSecond());
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(item.attributes())
                  .conditionExpression("attribute_not_exists(" + Schema.PK + ")"));
    } catch (ConditionalCheckFailedException e) {
      return; // parked before: the first instant stays
    }
  }

  private static ParkedEvent read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new ParkedEvent(
        item.text(Schema.SOURCE_OF),
        item.text(Schema.WHY),
        item.instant(Schema.AT),
        Packed.text(item.get(Schema.BODY)));
  }
}
