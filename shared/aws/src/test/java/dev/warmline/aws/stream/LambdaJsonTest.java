package dev.warmline.aws.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.warmline.event.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LambdaJsonTest {
  private static final String STREAM =
      """
      {"Records":[{"eventID":"e-1","eventName":"MODIFY","eventVersion":"1.1",
        "eventSource":"aws:dynamodb","awsRegion":"eu-central-1","eventSourceARN":"arn:table",
        "dynamodb":{"ApproximateCreationDateTime":1772961300.0,"SequenceNumber":"100",
          "SizeBytes":10,"StreamViewType":"NEW_AND_OLD_IMAGES",
          "Keys":{"pk":{"S":"l-1"},"sk":{"S":"LEAD"}},
          "OldImage":{"pk":{"S":"l-1"}},
          "NewImage":{"pk":{"S":"l-1"},"n":{"N":"12.5"},"b":{"B":"AQID/w=="},"t":{"BOOL":true},
            "o":{"NULL":true},"ss":{"SS":["a","b"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]},
            "l":{"L":[{"S":"x"},{"M":{"k":{"N":"1"}}}]},"m":{"M":{"k":{"S":"v"}}}}}},
        {"eventID":"e-2","eventName":"REMOVE","dynamodb":{"Keys":{"pk":{"S":"l-2"}},
          "SequenceNumber":"200"}}]}
      """;

  @Test
  void aBatchIsReadAsLambdaBindsIt() throws IOException {
    var bound =
        LambdaEventSerializers.serializerFor(
                DynamodbEvent.class, LambdaJsonTest.class.getClassLoader())
            .fromJson(STREAM)
            .getRecords();

    var read = LambdaJson.readStream(in(STREAM)).getRecords();

    assertThat(read).hasSize(2);
    for (var i = 0; i < 2; i++) {
      assertThat(read.get(i).getEventID()).isEqualTo(bound.get(i).getEventID());
      assertThat(read.get(i).getEventName()).isEqualTo(bound.get(i).getEventName());
      var change = read.get(i).getDynamodb();
      assertThat(change.getKeys()).isEqualTo(bound.get(i).getDynamodb().getKeys());
      assertThat(change.getNewImage()).isEqualTo(bound.get(i).getDynamodb().getNewImage());
      assertThat(change.getOldImage()).isEqualTo(bound.get(i).getDynamodb().getOldImage());
      assertThat(change.getSequenceNumber())
          .isEqualTo(bound.get(i).getDynamodb().getSequenceNumber());
    }
  }

  @Test
  void messagesOfAQueueAreReadAsLambdaBindsThem() throws IOException {
    var json =
        """
        {"Records":[{"messageId":"m-1","receiptHandle":"h","eventSource":"aws:sqs",
          "body":"an alert","attributes":{},"messageAttributes":{}}]}
        """;
    var bound =
        LambdaEventSerializers.serializerFor(SQSEvent.class, LambdaJsonTest.class.getClassLoader())
            .fromJson(json);

    var read = LambdaJson.messages(Json.read(json));

    assertThat(read.getRecords()).hasSize(1);
    var message = read.getRecords().getFirst();
    assertThat(message.getBody()).isEqualTo(bound.getRecords().getFirst().getBody());
    assertThat(message.getMessageId()).isEqualTo("m-1");
  }

  @Test
  void anAnswerNamesWhatFailed() throws IOException {
    var out = new ByteArrayOutputStream();

    LambdaJson.write(new StreamsEventResponse(List.of(new BatchItemFailure("100"))), out);
    var none = new ByteArrayOutputStream();
    LambdaJson.write(new StreamsEventResponse(List.of()), none);

    assertThat(out.toString(UTF_8))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"100\"}]}");
    assertThat(none.toString(UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void anAttributeOfAnUnknownTypeIsEmptyAndWhatIsNoJsonIsRefused() throws IOException {
    var odd = "{\"Records\":[{\"dynamodb\":{\"NewImage\":{\"x\":{\"Z\":1}}}}]}";

    var image = LambdaJson.readStream(in(odd)).getRecords().getFirst().getDynamodb().getNewImage();

    assertThat(image).containsEntry("x", new AttributeValue());
    assertThatThrownBy(() -> LambdaJson.readStream(in("{"))).isInstanceOf(IOException.class);
  }

  private static InputStream in(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }
}
