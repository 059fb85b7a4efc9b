package dev.warmline.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.event.ruler.Machine;

/** The filter criteria of an event source mapping: a record passes if any pattern matches it. */
public final class RecordFilter implements Predicate<Record> {
  private final Machine machine = Machine.builder().build();

  private RecordFilter() {}

  /**
   * A filter of these patterns.
   *
   * @param patterns EventBridge patterns over the record as JSON
   * @throws IllegalArgumentException if one is no pattern
   */
  public static RecordFilter ofAny(List<String> patterns) {
    var filter = new RecordFilter();
    for (var pattern : patterns) {
      try {
        filter.machine.addRule(pattern, pattern);
      } catch (IOException e) {
        throw new IllegalArgumentException("not a pattern: " + pattern, e);
      }
    }
    return filter;
  }

  /** A filter that every record passes. */
  public static Predicate<Record> everything() {
    return record -> true;
  }

  @Override
  public boolean test(Record record) {
    return !machine.rulesForJSONEvent(json(record)).isEmpty();
  }

  /** The parts of a record that patterns look at, in the JSON form of DynamoDB. */
  static JsonNode json(Record record) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("eventName", record.eventNameAsString());
    var body = json.putObject("dynamodb");
    body.set("Keys", map(record.dynamodb().keys()));
    if (record.dynamodb().hasNewImage()) {
      body.set("NewImage", map(record.dynamodb().newImage()));
    }
    if (record.dynamodb().hasOldImage()) {
      body.set("OldImage", map(record.dynamodb().oldImage()));
    }
    return json;
  }

  private static ObjectNode map(Map<String, AttributeValue> from) {
    var to = JsonNodeFactory.instance.objectNode();
    from.forEach((name, value) -> to.set(name, value(value)));
    return to;
  }

  private static ObjectNode value(AttributeValue from) {
    var to = JsonNodeFactory.instance.objectNode();
    return switch (from.type()) {
      case S -> to.put("S", from.s());
      case N -> to.put("N", from.n());
      case BOOL -> to.put("BOOL", from.bool());
      case M -> to.set("M", map(from.m()));
      case NUL -> to.put("NULL", true);
      case B, L, SS, NS, BS, UNKNOWN_TO_SDK_VERSION -> to;
    };
  }
}
