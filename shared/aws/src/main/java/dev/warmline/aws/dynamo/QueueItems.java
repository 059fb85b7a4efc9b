package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.team.QueueTurns;
import dev.warmline.team.QueueTurns.Allotment;
import dev.warmline.team.QueueTurns.Taker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The turns of a queue as an item: those who take them, and what they were given. */
final class QueueItems {
  private static final String TAKERS = "takers";
  private static final String GIVEN = "given";
  private static final String LAST = "last";
  private static final String OPEN = "open";
  private static final String CLOSED = "closed";
  private static final String CONTACTS = "contacts";
  private static final String ORDER = "order";

  private QueueItems() {}

  static Map<String, AttributeValue> write(QueueTurns turns) {
    return Item.startingWith(Keys.queue(turns.queue()))
        .put(Schema.VERSION, turns.version())
        .put(Schema.NUMBER, turns.turn())
        .put(Schema.BODY, Packed.json(body(turns)))
        .attributes();
  }

  static QueueTurns read(String queue, Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    var body = Packed.json(item.get(Schema.BODY));
    return new QueueTurns(
        queue,
        item.number(Schema.VERSION),
        item.number(Schema.NUMBER),
        takers(body.path(TAKERS)),
        allotments(body.path(ORDER)),
        body.path(CONTACTS).asBoolean());
  }

  private static ObjectNode body(QueueTurns turns) {
    var body = JsonNodeFactory.instance.objectNode();
    var takers = body.putObject(TAKERS);
    turns
        .takers()
        .forEach(
            (id, taker) -> takers.putObject(id).put(GIVEN, taker.given()).put(LAST, taker.last()));
    var order = body.putArray(ORDER);
    for (var allotment : turns.allotments()) {
      order
          .add(allotment.key())
          .add(allotment.owner())
          .add(allotment.open() ? OPEN : CLOSED)
          .add(allotment.at().getEpochSecond())
          .add(allotment.company().orElse(""));
    }
    if (turns.recordsContacts()) {
      body.put(CONTACTS, true);
    }
    return body;
  }

  private static Map<String, Taker> takers(JsonNode stored) {
    var takers = new HashMap<String, Taker>();
    for (var taker : stored.properties()) {
      var value = taker.getValue();
      takers.put(
          taker.getKey(), new Taker(value.path(GIVEN).longValue(), value.path(LAST).longValue()));
    }
    return takers;
  }

  private static List<Allotment> allotments(JsonNode order) {
    var allotments = new ArrayList<Allotment>();
    for (var place = 0; place + 4 < order.size(); place += 5) {
      allotments.add(
          new Allotment(
              order.get(place).asText(),
              order.get(place + 1).asText(),
              order.get(place + 2).asText().equals(OPEN),
              Instant.ofEpochSecond(order.get(place + 3).longValue()),
              Optional.of(order.get(place + 4).asText()).filter(mark -> !mark.isEmpty())));
    }
    return allotments;
  }
}
