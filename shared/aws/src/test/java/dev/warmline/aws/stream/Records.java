package dev.warmline.aws.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.warmline.aws.dynamo.Schema;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stream records around the items that the mappers wrote. */
final class Records {
  private Records() {}

  static DynamodbStreamRecord insert(String number, Map<String, AttributeValue> image) {
    return change("INSERT", number, Map.of(), image);
  }

  static DynamodbStreamRecord change(
      String name,
      String number,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after) {
    var keys = Map.of(Schema.PK, AttributeValue.fromS("p-" + number));
    var record = StreamJson.record(name, number, keys, before, after);
    return LambdaJson.stream(StreamJson.batch(List.of(record))).getRecords().getFirst();
  }

  static DynamodbEvent batch(DynamodbStreamRecord... records) {
    var event = new DynamodbEvent();
    event.setRecords(List.of(records));
    return event;
  }
}
