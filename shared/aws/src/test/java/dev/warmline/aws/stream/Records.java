package dev.warmline.aws.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.warmline.aws.dynamo.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stream records around the items that the mappers wrote. */
final class Records {
  private Records() {}

  static DynamodbStreamRecord insert(
      String number,
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> image) {
    return record("INSERT", number).withNew(image).build();
  }

  static Building record(String name, String number) {
    return new Building(name, number);
  }

  static DynamodbEvent batch(DynamodbStreamRecord... records) {
    var event = new DynamodbEvent();
    event.setRecords(List.of(records));
    return event;
  }

  static final class Building {
    private final DynamodbStreamRecord record = new DynamodbStreamRecord();
    private final StreamRecord change = new StreamRecord();

    private Building(String name, String number) {
      record.setEventName(name);
      change.setSequenceNumber(number);
      change.setKeys(Map.of(Schema.PK, new AttributeValue("p-" + number)));
    }

    Building withNew(
        Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> image) {
      change.setNewImage(lambda(image));
      return this;
    }

    Building withOld(
        Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> image) {
      change.setOldImage(lambda(image));
      return this;
    }

    DynamodbStreamRecord build() {
      record.setDynamodb(change);
      return record;
    }
  }

  private static Map<String, AttributeValue> lambda(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> image) {
    var attributes = new HashMap<String, AttributeValue>();
    image.forEach((name, value) -> attributes.put(name, lambda(value)));
    return attributes;
  }

  private static AttributeValue lambda(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
    var attribute = new AttributeValue();
    switch (value.type()) {
      case S -> attribute.setS(value.s());
      case N -> attribute.setN(value.n());
      case B -> attribute.setB(value.b().asByteBuffer());
      case SS -> attribute.setSS(value.ss());
      case NS -> attribute.setNS(value.ns());
      case BOOL -> attribute.setBOOL(value.bool());
      case NUL -> attribute.setNULL(value.nul());
      case M -> attribute.setM(lambda(value.m()));
      case L ->
          attribute.setL(value.l().stream().map(Records::lambda).collect(Collectors.toList()));
      case BS, UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("not in our items");
    }
    return attribute;
  }
}
