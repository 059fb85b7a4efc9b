package dev.warmline.measure.simulation;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.stream.LambdaJson;
import dev.warmline.aws.stream.StreamJson;
import dev.warmline.testkit.dynamo.ItemChange;
import java.util.List;
import java.util.stream.IntStream;

/** Changes as a function gets them from a stream; each one's place is its sequence number. */
final class StreamBatch {
  private StreamBatch() {}

  static DynamodbEvent of(List<ItemChange> changes) {
    var places = IntStream.range(0, changes.size());
    var records = places.mapToObj(place -> record(changes.get(place), place)).toList();
    return LambdaJson.stream(StreamJson.batch(records));
  }

  private static ObjectNode record(ItemChange change, int place) {
    return StreamJson.record(
        change.eventName(), "" + place, change.keys(), change.before(), change.after());
  }
}
