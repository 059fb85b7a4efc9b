package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Erasure;
import dev.warmline.lead.ErasureStore;
import dev.warmline.lead.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What the leads table keeps of one lead, read as it is and taken away. */
public final class DynamoErasureStore implements ErasureStore {
  private final DynamoDbClient client;
  private final String table;

  /** Works on this table. */
  public DynamoErasureStore(DynamoDbClient client, String leadsTable) {
    this.client = client;
    this.table = leadsTable;
  }

  @Override
  public List<Erasure> listPending() {
    var pending = new ArrayList<Erasure>();
    Calls.run(
        "read erasures",
        () -> forEach(Schema.ERASING, item -> pending.add(ErasureItems.read(item))));
    pending.sort(Comparator.comparing(Erasure::at));
    return pending;
  }

  @Override
  public void begin(Erasure erasure) {
    Calls.run(
        "begin an erasure",
        () -> client.putItem(put -> put.tableName(table).item(ErasureItems.write(erasure))));
  }

  @Override
  public void end(Erasure erasure) {
    Calls.run("end an erasure", () -> delete(Keys.erasing(erasure.lead())));
  }

  @Override
  public void read(LeadId lead, BiConsumer<String, ObjectNode> reader) {
    Calls.run(
        "read what is kept of a lead",
        () ->
            forEach(
                lead.value(),
                item -> reader.accept(ErasureItems.kind(item), ErasureItems.json(item))));
  }

  @Override
  public void removeLead(LeadId lead, Instant now) {
    Calls.run(
        "remove a lead",
        () -> {
          delete(Keys.lead(lead));
          forEach(lead.value(), item -> remove(lead, item, now));
        });
  }

  private void remove(LeadId lead, Map<String, AttributeValue> item, Instant now) {
    if (Item.of(item).text(Schema.SK).startsWith(Schema.CYCLES)) {
      var bare = CycleItems.write(lead, CycleItems.read(item).withoutPerson(now));
      client.putItem(put -> put.tableName(table).item(bare));
    } else {
      delete(key(item));
    }
  }

  @Override
  public void removeLink(ProfileKey person, Collection<LeadId> leads) {
    for (var lead : leads) {
      Calls.run(
          "remove a link",
          () ->
              deleteIf(
                  Keys.link(person),
                  Schema.LINKED_LEAD + " = :l",
                  Map.of(":l", AttributeValue.fromS(lead.value()))));
    }
  }

  @Override
  public void removeAddress(ProfileKey address, Collection<LeadId> leads) {
    Calls.run("remove an address", () -> withoutAddress(Keys.address(address), leads));
  }

  /** Until no other writer is in the way: whoever writes it moves its version on. */
  private void withoutAddress(Map<String, AttributeValue> key, Collection<LeadId> leads) {
    for (var isDone = false; !isDone; ) {
      var item = client.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
      isDone = item.isEmpty() || !names(item, leads) || isWritten(key, item, leads);
    }
  }

  private static boolean names(Map<String, AttributeValue> item, Collection<LeadId> leads) {
    return listed(item).anyMatch(id -> leads.contains(new LeadId(id)));
  }

  private static Stream<String> listed(Map<String, AttributeValue> item) {
    return Stream.of(Schema.LEADS, Schema.LEADS_BY_SERVER)
        .flatMap(name -> Optional.ofNullable(item.get(name)).stream())
        .flatMap(set -> set.ss().stream());
  }

  private boolean isWritten(
      Map<String, AttributeValue> key, Map<String, AttributeValue> item, Collection<LeadId> leads) {
    var version = Item.of(item).number(Schema.VERSION);
    var seen = Map.of(":v", AttributeValue.fromN(Long.toString(version)));
    var next = new HashMap<>(item);
    for (var name : List.of(Schema.LEADS, Schema.LEADS_BY_SERVER)) {
      var left = new HashSet<>(item.getOrDefault(name, AttributeValue.fromSs(List.of())).ss());
      leads.forEach(lead -> left.remove(lead.value()));
      next.remove(name);
      if (!left.isEmpty()) {
        next.put(name, AttributeValue.fromSs(List.copyOf(left)));
      }
    }
    if (listed(next).findAny().isEmpty()) {
      return deleteIf(key, Schema.VERSION + " = :v", seen);
    }
    next.put(Schema.VERSION, AttributeValue.fromN(Long.toString(version + 1)));
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(next)
                  .conditionExpression(Schema.VERSION + " = :v")
                  .expressionAttributeValues(seen));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private boolean deleteIf(
      Map<String, AttributeValue> key, String condition, Map<String, AttributeValue> values) {
    try {
      client.deleteItem(
          del ->
              del.tableName(table)
                  .key(key)
                  .conditionExpression(condition)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private void delete(Map<String, AttributeValue> key) {
    client.deleteItem(del -> del.tableName(table).key(key));
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    var read = Item.of(item);
    return Map.of(Schema.PK, read.get(Schema.PK), Schema.SK, read.get(Schema.SK));
  }

  /** Page by page. */
  private void forEach(String partition, Consumer<Map<String, AttributeValue>> reader) {
    var from = Map.<String, AttributeValue>of();
    do {
      var page = page(partition, from);
      page.items().forEach(reader);
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!from.isEmpty());
  }

  private QueryResponse page(String partition, Map<String, AttributeValue> from) {
    return client.query(
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(Schema.PK + " = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
            .exclusiveStartKey(from.isEmpty() ? null : from)
            .build());
  }
}
