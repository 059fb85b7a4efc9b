package dev.warmline.local.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Stream records as a function sees them. */
final class LambdaRecords {
  private LambdaRecords() {}

  /** The record that a function would get for this one. */
  static DynamodbStreamRecord of(Record from, String streamArn) {
    var to = new DynamodbStreamRecord();
    to.setEventID(from.eventID());
    to.setEventName(from.eventNameAsString());
    to.setEventVersion(from.eventVersion());
    to.setEventSource("aws:dynamodb");
    to.setAwsRegion(from.awsRegion());
    to.setEventSourceARN(streamArn);
    to.setDynamodb(body(from.dynamodb()));
    return to;
  }

  private static StreamRecord body(
      software.amazon.awssdk.services.dynamodb.model.StreamRecord from) {
    var to =
        new StreamRecord()
            .withKeys(map(from.keys()))
            .withSequenceNumber(from.sequenceNumber())
            .withSizeBytes(from.sizeBytes())
            .withApproximateCreationDateTime(Date.from(from.approximateCreationDateTime()));
    to.setStreamViewType(StreamViewType.fromValue(from.streamViewTypeAsString()));
    if (from.hasNewImage()) {
      to.setNewImage(map(from.newImage()));
    }
    if (from.hasOldImage()) {
      to.setOldImage(map(from.oldImage()));
    }
    return to;
  }

  private static Map<String, AttributeValue> map(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> from) {
    var to = new LinkedHashMap<String, AttributeValue>();
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
      case L -> to.withL(list(from.l()));
      case M -> to.withM(map(from.m()));
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("an attribute of an unknown type");
    };
  }

  private static List<AttributeValue> list(
      List<software.amazon.awssdk.services.dynamodb.model.AttributeValue> from) {
    return from.stream().map(LambdaRecords::value).toList();
  }
}
