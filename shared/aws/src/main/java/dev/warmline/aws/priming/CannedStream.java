package dev.warmline.aws.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.event.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as the records of a DynamoDB stream, newly inserted, as Lambda hands them over. */
final class CannedStream {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CannedStream() {}

  static InputStream inserting(List<Map<String, AttributeValue>> items) {
    var event = JSON.objectNode();
    var records = event.putArray("Records");
    for (var item : items) {
      var image = object(item);
      var change = records.addObject().put("eventName", "INSERT").putObject("dynamodb");
      change.put("SequenceNumber", "" + records.size());
      change
          .putObject("Keys")
          .setAll(Map.of(Schema.PK, image.path(Schema.PK), Schema.SK, image.path(Schema.SK)));
      change.set("NewImage", image);
    }
    return new ByteArrayInputStream(Json.write(event).getBytes(UTF_8));
  }

  private static JsonNode object(Map<String, AttributeValue> attributes) {
    var object = JSON.objectNode();
    attributes.forEach((name, value) -> object.set(name, typed(value)));
    return object;
  }

  private static JsonNode typed(AttributeValue value) {
    var typed = JSON.objectNode();
    switch (value.type()) {
      case S -> typed.put("S", value.s());
      case N -> typed.put("N", value.n());
      case B -> typed.put("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
      case BOOL -> typed.put("BOOL", value.bool());
      case SS -> value.ss().forEach(typed.putArray("SS")::add);
      default -> typed.put("NULL", true);
    }
    return typed;
  }
}
