package dev.warmline.aws.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The JSON in which Lambda is told what changed in a table, as {@link LambdaJson} reads it: for all
 * that stands in for a stream.
 */
public final class StreamJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StreamJson() {}

  /** A batch of such records. */
  public static ObjectNode batch(List<ObjectNode> records) {
    var batch = NODES.objectNode();
    batch.putArray("Records").addAll(records);
    return batch;
  }

  /**
   * One change of an item.
   *
   * @param name INSERT, MODIFY or REMOVE
   * @param number its sequence number
   * @param before the item before it, empty if there was none
   * @param after the item after it, empty if there is none
   */
  public static ObjectNode record(
      String name,
      String number,
      Map<String, AttributeValue> keys,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after) {
    var record = NODES.objectNode().put("eventName", name);
    var change = record.putObject("dynamodb").put("SequenceNumber", number);
    change.set("Keys", attributes(keys));
    if (!before.isEmpty()) {
      change.set("OldImage", attributes(before));
    }
    if (!after.isEmpty()) {
      change.set("NewImage", attributes(after));
    }
    return record;
  }

  private static ObjectNode attributes(Map<String, AttributeValue> attributes) {
    var object = NODES.objectNode();
    attributes.forEach((name, value) -> object.set(name, typed(value)));
    return object;
  }

  private static ObjectNode typed(AttributeValue value) {
    var typed = NODES.objectNode();
    switch (value.type()) {
      case S -> typed.put("S", value.s());
      case N -> typed.put("N", value.n());
      case B -> typed.put("B", base64(value.b()));
      case BOOL -> typed.put("BOOL", value.bool());
      case NUL -> typed.put("NULL", true);
      case SS -> value.ss().forEach(typed.putArray("SS")::add);
      case NS -> value.ns().forEach(typed.putArray("NS")::add);
      case BS -> value.bs().stream().map(StreamJson::base64).forEach(typed.putArray("BS")::add);
      case M -> typed.set("M", attributes(value.m()));
      case L -> typed.putArray("L").addAll(value.l().stream().map(StreamJson::typed).toList());
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("an attribute of an unknown type");
    }
    return typed;
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArray());
  }
}
