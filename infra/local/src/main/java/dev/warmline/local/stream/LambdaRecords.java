package dev.warmline.local.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.stream.LambdaJson;
import dev.warmline.aws.stream.StreamJson;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Stream records as a function sees them. */
final class LambdaRecords {
  private LambdaRecords() {}

  /** The batch that a function would get of these. */
  static DynamodbEvent batch(List<Record> records) {
    return LambdaJson.stream(StreamJson.batch(records.stream().map(LambdaRecords::json).toList()));
  }

  /** The JSON of one. */
  static ObjectNode json(Record record) {
    var change = record.dynamodb();
    return StreamJson.record(
        record.eventNameAsString(),
        change.sequenceNumber(),
        change.keys(),
        change.oldImage(),
        change.newImage());
  }
}
