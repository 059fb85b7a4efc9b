package dev.warmline.deploy;

import dev.warmline.aws.dynamo.ErasedItems;
import dev.warmline.aws.dynamo.LeadItems;
import dev.warmline.aws.dynamo.NoticeItems;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.event.Erasures;
import dev.warmline.event.Lanes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Gatherer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Puts back into a table what is missing there, from a copy of it that was restored beside it. What
 * is there stays, except for a lead whose copy has the longer history; who was erased since stays
 * erased. Doing it twice does no harm.
 */
public final class Restore {
  private static final String ABSENT = "attribute_not_exists(" + Schema.PK + ")";
  private static final Lanes LANES = new Lanes(32);

  private final DynamoDbClient client;
  private final String from;
  private final String to;
  private final Instant now;
  private final ErasedItems erased;
  private final AtomicInteger put = new AtomicInteger();

  /**
   * From one table to the other, which has the same keys.
   *
   * @param marks who was erased
   */
  public Restore(DynamoDbClient client, String from, String to, Erasures marks, Instant now) {
    this.client = client;
    this.from = from;
    this.to = to;
    this.now = now;
    this.erased = new ErasedItems(marks, now);
  }

  /** Puts back items that stand for themselves: events, parked events, models and sources. */
  public int items() {
    forEachPartition(items -> items.forEach(this::putIfAbsent));
    return put.get();
  }

  /**
   * Puts back leads with their links, histories, cycles and notices, which are closed: nobody is
   * told again. A lead comes last of what belongs to it.
   */
  public int leads() {
    forEachPartition(this::lead);
    return put.get();
  }

  private void lead(List<Map<String, AttributeValue>> items) {
    var copy = items.stream().filter(item -> sortKey(item).equals(Schema.LEAD)).findFirst();
    var stored = copy.map(this::read).orElse(Map.of());
    var wins = copy.isPresent() && LeadItems.entries(stored) < LeadItems.entries(copy.get());
    for (var item : items) {
      if (sortKey(item).startsWith(Schema.STAGES) || sortKey(item).startsWith(Schema.CYCLES)) {
        if (wins) {
          write(item);
        }
      } else if (NoticeItems.id(sortKey(item)).isPresent()) {
        putIfAbsent(NoticeItems.restored(item, now));
      } else if (!sortKey(item).equals(Schema.LEAD)) {
        putIfAbsent(item);
      }
    }
    if (wins) {
      var next = new HashMap<>(copy.get());
      next.put(
          Schema.VERSION,
          number(Math.max(number(stored, Schema.VERSION), number(next, Schema.VERSION)) + 1));
      write(next);
    }
  }

  private void putIfAbsent(Map<String, AttributeValue> item) {
    try {
      client.putItem(request -> request.tableName(to).item(item).conditionExpression(ABSENT));
      put.incrementAndGet();
    } catch (ConditionalCheckFailedException e) {
      return; // it is there, and stays as it is
    }
  }

  private void write(Map<String, AttributeValue> item) {
    client.putItem(request -> request.tableName(to).item(item));
    put.incrementAndGet();
  }

  private Map<String, AttributeValue> read(Map<String, AttributeValue> item) {
    var key = Map.of(Schema.PK, item.get(Schema.PK), Schema.SK, item.get(Schema.SK));
    return client.getItem(get -> get.tableName(to).key(key).consistentRead(true)).item();
  }

  private void forEachPartition(Consumer<List<Map<String, AttributeValue>>> work) {
    var items = client.scanPaginator(scan -> scan.tableName(from)).items().stream();
    LANES.forEach(
        items.gather(partitions()).iterator(),
        partition ->
            work.accept(partition.stream().flatMap(it -> erased.kept(it).stream()).toList()));
  }

  /** A scan gives the items of a partition one after the other. */
  private static Gatherer<Map<String, AttributeValue>, ?, List<Map<String, AttributeValue>>>
      partitions() {
    return Gatherer.ofSequential(
        ArrayList<Map<String, AttributeValue>>::new,
        (open, item, whole) -> {
          var isWanted = true;
          if (!open.isEmpty() && !isSame(open.getFirst(), item)) {
            isWanted = whole.push(List.copyOf(open));
            open.clear();
          }
          open.add(item);
          return isWanted;
        },
        (open, whole) -> {
          if (!open.isEmpty()) {
            whole.push(List.copyOf(open));
          }
        });
  }

  private static boolean isSame(
      Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
    return Objects.equals(one.get(Schema.PK), other.get(Schema.PK));
  }

  private static String sortKey(Map<String, AttributeValue> item) {
    return Objects.requireNonNull(item.get(Schema.SK)).s();
  }

  /** A number of an item, -1 if the item or the number is not there. */
  private static long number(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    return value == null ? -1 : Long.parseLong(value.n());
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
