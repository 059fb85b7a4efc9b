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
  private static final String ABSENT = "";

  private StreamRecords() {}

  /** A record; an empty stage stands for an image (INSERT) or attribute that is absent. */
  static ObjectNode change(String name, String pk, String sk, String oldStage, String newStage) {
    var record = (ObjectNode) resource("/leads-stream.json").path("Records").path(0).deepCopy();
    record.put("eventName", name);
    var images = (ObjectNode) record.path("dynamodb");
    images.findParents(Schema.PK).forEach(node -> key((ObjectNode) node, pk, sk));
    stage(images, "NewImage", newStage);
    stage(images, "OldImage", oldStage);
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

  private static void stage(ObjectNode images, String image, String stage) {
    var node = (ObjectNode) images.path(image);
    if (stage.equals(ABSENT)) {
      node.remove(Schema.STAGE);
    } else {
      node.set(Schema.STAGE, string(stage));
    }
  }

  private static ObjectNode string(String value) {
    return MAPPER.createObjectNode().put("S", value);
  }
}
