package dev.warmline.measure.simulation;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.warmline.testkit.dynamo.ItemChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** Changes as a function gets them from a stream; each one's place is its sequence number. */
final class StreamBatch {
  private StreamBatch() {}

  static DynamodbEvent of(List<ItemChange> changes) {
    var event = new DynamodbEvent();
    var records = new java.util.ArrayList<DynamodbStreamRecord>();
    for (var i = 0; i < changes.size(); i++) {
      records.add(record(changes.get(i), i));
    }
    event.setRecords(records);
    return event;
  }

  private static DynamodbStreamRecord record(ItemChange change, int place) {
    var body =
        new StreamRecord()
            .withKeys(map(change.keys()))
            .withSequenceNumber(Integer.toString(place))
            .withNewImage(change.after().isEmpty() ? null : map(change.after()))
            .withOldImage(change.before().isEmpty() ? null : map(change.before()));
    var record = new DynamodbStreamRecord();
    record.setEventName(change.eventName());
    record.setDynamodb(body);
    return record;
  }

  private static Map<String, AttributeValue> map(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> from) {
    var to = new HashMap<String, AttributeValue>();
    from.forEach((name, value) -> to.put(name, value(value)));
    return to;
  }

  private static AttributeValue value(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue from) {
    var to = new AttributeValue();
    return switch (from.type()) {
      case S -> to.withS(from.s());
      case N -> to.withN(from.n());
      case B -> to.withB(from.b().asByteBuffer());
      case BOOL -> to.withBOOL(from.bool());
      case NUL -> to.withNULL(true);
      case SS -> to.withSS(from.ss());
      case NS -> to.withNS(from.ns());
      case BS -> to.withBS(from.bs().stream().map(SdkBytes::asByteBuffer).toList());
      case L -> to.withL(from.l().stream().map(StreamBatch::value).toList());
      case M -> to.withM(map(from.m()));
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("an attribute of an unknown type");
    };
  }
}
