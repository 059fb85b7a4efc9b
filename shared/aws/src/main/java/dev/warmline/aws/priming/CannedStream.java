package dev.warmline.aws.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.stream.StreamJson;
import dev.warmline.event.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as a stream hands them over, newly inserted. */
final class CannedStream {
  private CannedStream() {}

  static InputStream inserting(List<Map<String, AttributeValue>> items) {
    var records =
        items.stream()
            .map(item -> StreamJson.record("INSERT", "1", keys(item), Map.of(), item))
            .toList();
    return new ByteArrayInputStream(Json.write(StreamJson.batch(records)).getBytes(UTF_8));
  }

  private static Map<String, AttributeValue> keys(Map<String, AttributeValue> item) {
    return Map.of(
        Schema.PK, Objects.requireNonNull(item.get(Schema.PK)),
        Schema.SK, Objects.requireNonNull(item.get(Schema.SK)));
  }
}
