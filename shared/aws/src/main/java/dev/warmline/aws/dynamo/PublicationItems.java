package dev.warmline.aws.dynamo;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Publications and model versions as items. */
final class PublicationItems {
  static final String NUMBER = "n";
  static final String SOURCE = "b";
  static final String DIGEST = "d";
  static final String VERSION = "v";
  private static final String MODEL = "m";
  private static final String SILENT = "si";

  private PublicationItems() {}

  /**
   * What a publication says: its number and which version of which model is in force. The digest of
   * the model's text, absent from the first deployments, tells it from another one of that number
   * after a loss of the table.
   */
  record Pointer(int number, String model, int version, Optional<String> digest, boolean silent) {}

  static Map<String, AttributeValue> write(Map<String, AttributeValue> key, Pointer pointer) {
    return Item.startingWith(key)
        .put(NUMBER, pointer.number())
        .put(MODEL, pointer.model())
        .put(VERSION, pointer.version())
        .put(DIGEST, pointer.digest())
        .put(SILENT, AttributeValue.fromBool(pointer.silent()))
        .attributes();
  }

  static Pointer read(Item item) {
    return new Pointer(
        item.count(NUMBER),
        item.text(MODEL),
        item.count(VERSION),
        item.findText(DIGEST),
        Boolean.TRUE.equals(item.get(SILENT).bool()));
  }
}
