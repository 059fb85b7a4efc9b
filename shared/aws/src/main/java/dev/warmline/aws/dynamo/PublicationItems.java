package dev.warmline.aws.dynamo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Publications and model versions as items. */
final class PublicationItems {

  private PublicationItems() {}

  /**
   * What a publication says: its number and which version of which model is in force. The digest of
   * the model's text, absent from the first deployments, tells it from another one of that number
   * after a loss of the table.
   *
   * @param since since when this version is in force
   */
  record Pointer(
      int number,
      String model,
      int version,
      Optional<String> digest,
      Instant quietBefore,
      Optional<Instant> since) {

    Pointer since(Optional<Instant> other) {
      return new Pointer(number, model, version, digest, quietBefore, other);
    }

    /** Whether the same version of the same model was in force before. */
    boolean isAlso(Pointer before) {
      return model.equals(before.model()) && version == before.version();
    }
  }

  static Map<String, AttributeValue> write(Map<String, AttributeValue> key, Pointer pointer) {
    return Item.startingWith(key)
        .put(Schema.NUMBER, pointer.number())
        .put(ModelsSchema.MODEL, pointer.model())
        .put(Schema.VERSION, pointer.version())
        .put(ModelsSchema.DIGEST, pointer.digest())
        .put(ModelsSchema.QUIET_BEFORE, pointer.quietBefore())
        .put(Schema.AT, pointer.since().map(Instant::toString))
        .attributes();
  }

  static Pointer read(Item item) {
    return new Pointer(
        item.count(Schema.NUMBER),
        item.text(ModelsSchema.MODEL),
        item.count(Schema.VERSION),
        item.findText(ModelsSchema.DIGEST),
        item.findInstant(ModelsSchema.QUIET_BEFORE).orElse(Instant.EPOCH),
        item.findInstant(Schema.AT));
  }
}
