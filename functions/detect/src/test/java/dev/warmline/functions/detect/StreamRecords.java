package dev.warmline.functions.detect;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Records of the leads stream as Lambda sends them. */
final class StreamRecords {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StreamRecords() {}

  /** A record of an item that was put, changed or removed. */
  static ObjectNode change(String name, String pk, String sk) {
    var record = (ObjectNode) resource("/leads-stream.json").path("Records").path(0).deepCopy();
    record.put("eventName", name);
    var images = (ObjectNode) record.path("dynamodb");
    images.findParents(Schema.PK).forEach(node -> key((ObjectNode) node, pk, sk));
    if (name.equals("INSERT")) {
      images.remove("OldImage");
    }
    if (name.equals("REMOVE")) {
      images.remove("NewImage");
    }
    return record;
  }

  /** The batch as the handler gets it, bound by Lambda's own serializer; numbered from 1. */
  static DynamodbEvent batch(ObjectNode... records) {
    var batch = MAPPER.createObjectNode();
    ArrayNode list = batch.putArray("Records");
    for (var record : records) {
      ((ObjectNode) record.path("dynamodb")).put("SequenceNumber", "" + (list.size() + 1));
      list.add(record);
    }
    return LambdaEventSerializers.serializerFor(
            DynamodbEvent.class, StreamRecords.class.getClassLoader())
        .fromJson(batch.toString());
  }

  static JsonNode resource(String name) {
    try (var in = Objects.requireNonNull(StreamRecords.class.getResourceAsStream(name), name)) {
      return MAPPER.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void key(ObjectNode node, String pk, String sk) {
    node.set(Schema.PK, string(pk));
    node.set(Schema.SK, string(sk));
  }

  private static ObjectNode string(String value) {
    return MAPPER.createObjectNode().put("S", value);
  }
}
