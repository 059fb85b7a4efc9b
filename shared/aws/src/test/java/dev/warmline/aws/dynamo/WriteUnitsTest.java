package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Change.AddEntry;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What writes cost: the figures that a bill is predicted from. */
class WriteUnitsTest {
  private final TableNames tables = LocalDynamo.freshTables();

  @Test
  void eventsOfAnyUsualSizeCostOneUnit() {
    var small = TestEvents.page("e-1", "/pricing").property("note", "n".repeat(300)).build();

    assertThat(append("event of 0.5 KB", small)).isEqualTo(1);
  }

  @Test
  void eventsOfRealBrowsersCostOneUnit() throws IOException {
    for (var event : browserEvents()) {
      assertThat(append("browser event", event)).isEqualTo(1);
    }
  }

  @Test
  void aSavedLeadCostsOneUnitWhileNoIndexMoves() {
    var first =
        TestLeads.next(TestLeads.lead("u-7", Stage.PROSPECT), Stage.PROSPECT, Optional.empty());
    var second = TestLeads.next(first, Stage.PROSPECT, Optional.empty());

    write("new lead", new PutLead(first, 0));
    assertThat(write("lead saved again", new PutLead(second, 1))).isEqualTo(1);
  }

  @Test
  void aTransitionCostsTwiceItsItemsAndItsIndexEntries() {
    var prospect =
        TestLeads.next(TestLeads.lead("u-7", Stage.PROSPECT), Stage.PROSPECT, Optional.empty());
    var mql = TestLeads.next(prospect, Stage.MQL, Optional.of("2026-03-02T10:00:00Z"));
    write("new lead", new PutLead(prospect, 0));

    var units =
        write(
            "transition to MQL",
            new PutLead(mql, 1),
            new AddEntry(mql.id(), TestLeads.becameMql(1, "engagement 65 reached 60")));

    assertThat(units).isLessThanOrEqualTo(8);
  }

  private double append(String what, Event event) {
    var item = EventItems.write(event);
    var answer =
        LocalDynamo.client()
            .putItem(
                put ->
                    put.tableName(tables.events())
                        .item(item)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    var units = answer.consumedCapacity().capacityUnits();
    var sent = EventJson.write(event).length();
    System.out.printf("%s: %d bytes, stored as %d, %.0f unit(s)%n", what, sent, bytes(item), units);
    return units;
  }

  private double write(String what, Change... changes) {
    var puts = new ArrayList<TransactWriteItem>();
    for (var change : changes) {
      puts.add(TransactWriteItem.builder().put(LeadWrites.put(tables.leads(), change)).build());
    }
    var capacity = changes.length == 1 ? single(puts.getFirst()) : together(puts);
    var units = capacity.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    System.out.printf("%s: %.0f unit(s)%n", what, units);
    return units;
  }

  private List<ConsumedCapacity> single(TransactWriteItem write) {
    var put = write.put();
    return List.of(
        LocalDynamo.client()
            .putItem(
                request ->
                    request
                        .tableName(put.tableName())
                        .item(put.item())
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
            .consumedCapacity());
  }

  private List<ConsumedCapacity> together(List<TransactWriteItem> puts) {
    return LocalDynamo.client()
        .transactWriteItems(
            request ->
                request.transactItems(puts).returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
        .consumedCapacity();
  }

  private static int bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToInt(e -> e.getKey().length() + size(e.getValue())).sum();
  }

  private static int size(AttributeValue value) {
    if (value.b() != null) {
      return value.b().asByteArrayUnsafe().length;
    }
    return value.s() != null ? value.s().length() : value.n().length() / 2 + 1;
  }

  private static List<Event> browserEvents() throws IOException {
    var events = new ArrayList<Event>();
    try (var in = WriteUnitsTest.class.getResourceAsStream("/events/browser.json")) {
      for (var json : new ObjectMapper().readTree(in)) {
        events.add(EventJson.of((ObjectNode) json));
      }
    }
    return events;
  }
}
