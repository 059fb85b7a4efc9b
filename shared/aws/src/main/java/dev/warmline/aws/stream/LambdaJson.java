package dev.warmline.aws.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's events from their JSON and answers to it, field by field. Binding by reflection, as the
 * runtime does it for typed handlers, is most of a cold start and cannot be done before a snapshot.
 * Only what the functions use is read.
 */
public final class LambdaJson {
  private LambdaJson() {}

  /**
   * A batch of a DynamoDB stream: for each record its id, kind, keys, images and sequence number.
   *
   * @throws IOException if it is no JSON
   */
  public static DynamodbEvent readStream(InputStream in) throws IOException {
    return stream(Json.read(in));
  }

  /** The same from its tree. */
  public static DynamodbEvent stream(JsonNode batch) {
    var event = new DynamodbEvent();
    event.setRecords(list(batch.path("Records"), LambdaJson::streamRecord));
    return event;
  }

  /** Messages of a queue: for each its id and body. */
  public static SQSEvent messages(JsonNode batch) {
    var event = new SQSEvent();
    event.setRecords(list(batch.path("Records"), LambdaJson::message));
    return event;
  }

  /** Whether a batch is one of a DynamoDB stream. */
  public static boolean isStream(JsonNode batch) {
    return batch.path("Records").path(0).path("dynamodb").isObject();
  }

  /** Which records of a stream's batch failed. */
  public static void write(StreamsEventResponse answer, OutputStream out) throws IOException {
    write(answer.getBatchItemFailures().stream().map(it -> it.getItemIdentifier()), out);
  }

  /** Which messages of a queue's batch failed. */
  public static void write(SQSBatchResponse answer, OutputStream out) throws IOException {
    write(answer.getBatchItemFailures().stream().map(it -> it.getItemIdentifier()), out);
  }

  private static void write(Stream<String> failed, OutputStream out) throws IOException {
    var json = JsonNodeFactory.instance.objectNode();
    var failures = json.putArray("batchItemFailures");
    failed.forEach(id -> failures.addObject().put("itemIdentifier", id));
    out.write(Json.write(json).getBytes(UTF_8));
  }

  private static DynamodbStreamRecord streamRecord(JsonNode json) {
    var record = new DynamodbStreamRecord();
    record.setEventID(text(json, "eventID"));
    record.setEventName(text(json, "eventName"));
    if (json.path("dynamodb").isObject()) {
      record.setDynamodb(change(json.path("dynamodb")));
    }
    return record;
  }

  private static StreamRecord change(JsonNode json) {
    var change = new StreamRecord();
    change.setSequenceNumber(text(json, "SequenceNumber"));
    image(json, "Keys").ifPresent(change::setKeys);
    image(json, "NewImage").ifPresent(change::setNewImage);
    image(json, "OldImage").ifPresent(change::setOldImage);
    return change;
  }

  private static SQSEvent.SQSMessage message(JsonNode json) {
    var message = new SQSEvent.SQSMessage();
    message.setMessageId(text(json, "messageId"));
    message.setBody(text(json, "body"));
    return message;
  }

  private static Optional<Map<String, AttributeValue>> image(JsonNode json, String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isObject).map(LambdaJson::attributes);
  }

  private static Map<String, AttributeValue> attributes(JsonNode json) {
    var attributes = new HashMap<String, AttributeValue>();
    json.properties().forEach(entry -> attributes.put(entry.getKey(), value(entry.getValue())));
    return attributes;
  }

  private static AttributeValue value(JsonNode json) {
    var value = new AttributeValue();
    for (var typed : json.properties()) {
      set(value, typed.getKey(), typed.getValue());
    }
    return value;
  }

  private static void set(AttributeValue value, String type, JsonNode json) {
    switch (type) {
      case "S" -> value.setS(json.asText());
      case "N" -> value.setN(json.asText());
      case "B" -> value.setB(bytes(json));
      case "BOOL" -> value.setBOOL(json.asBoolean());
      case "NULL" -> value.setNULL(json.asBoolean());
      case "SS" -> value.setSS(list(json, JsonNode::asText));
      case "NS" -> value.setNS(list(json, JsonNode::asText));
      case "BS" -> value.setBS(list(json, LambdaJson::bytes));
      case "M" -> value.setM(attributes(json));
      case "L" -> value.setL(list(json, LambdaJson::value));
      default -> {
        // of no type that is known: whoever needs the attribute finds it missing
      }
    }
  }

  private static ByteBuffer bytes(JsonNode json) {
    return ByteBuffer.wrap(Base64.getDecoder().decode(json.asText()));
  }

  private static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
    var list = new ArrayList<T>();
    json.forEach(element -> list.add(read.apply(element)));
    return list;
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).isTextual() ? json.path(name).textValue() : null;
  }
}
