package dev.warmline.aws.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.warmline.aws.dynamo.EventItems;
import dev.warmline.aws.dynamo.MalformedItem;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.StageItems;
import dev.warmline.event.Event;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.StageEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;

/** Reads the images of stream records with the mappers that wrote the items. */
public final class StreamImages {
  private StreamImages() {}

  /**
   * The event that a record of the events stream inserted; empty for anything but an insert.
   *
   * @throws PoisonRecord if the image holds no event
   */
  public static Optional<Event> event(DynamodbStreamRecord record) {
    return "INSERT".equals(record.getEventName())
        ? newImage(record).map(image -> understand(() -> EventItems.read(image)))
        : Optional.empty();
  }

  /**
   * The line of a lead's history that a record of the leads stream inserted; empty for anything
   * else.
   *
   * @throws PoisonRecord if the image holds no such line
   */
  public static Optional<StageEntry> step(DynamodbStreamRecord record) {
    return "INSERT".equals(record.getEventName())
        ? newImage(record).flatMap(image -> understand(() -> StageItems.find(image)))
        : Optional.empty();
  }

  /** The lead that a record of the leads stream is about. */
  public static LeadId lead(DynamodbStreamRecord record) {
    var key = Objects.requireNonNull(record.getDynamodb().getKeys().get(Schema.PK));
    return new LeadId(key.getS());
  }

  /** The attributes of an image as the SDK has them. */
  public static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> image(
      Map<String, AttributeValue> attributes) {
    var image =
        new HashMap<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>();
    attributes.forEach((name, value) -> image.put(name, attribute(value)));
    return image;
  }

  private static Optional<
          Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>>
      newImage(DynamodbStreamRecord record) {
    return Optional.ofNullable(record.getDynamodb())
        .flatMap(change -> Optional.ofNullable(change.getNewImage()))
        .map(image -> understand(() -> image(image)));
  }

  private static <T> T understand(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MalformedItem | IllegalArgumentException | ArithmeticException e) {
      throw new PoisonRecord("an image that cannot be read: " + e.getMessage(), e);
    }
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue attribute(
      AttributeValue value) {
    var sdk = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
    sdk.s(value.getS()).n(value.getN()).bool(value.getBOOL()).nul(value.getNULL());
    sdk.ss(value.getSS()).ns(value.getNS());
    if (value.getB() != null) {
      sdk.b(SdkBytes.fromByteBuffer(value.getB()));
    }
    if (value.getBS() != null) {
      sdk.bs(value.getBS().stream().map(SdkBytes::fromByteBuffer).toList());
    }
    if (value.getM() != null) {
      sdk.m(image(value.getM()));
    }
    if (value.getL() != null) {
      sdk.l(value.getL().stream().map(StreamImages::attribute).toList());
    }
    return sdk.build();
  }
}
