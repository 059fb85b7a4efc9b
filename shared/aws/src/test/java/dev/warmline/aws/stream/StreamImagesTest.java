package dev.warmline.aws.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.aws.dynamo.Images;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.testkit.TestEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamImagesTest {
  @Test
  void anInsertedEventIsReadAsItWasWritten() {
    var event = TestEvents.page("e-1", "/pricing").property("title", "Pricing").build();

    assertThat(StreamImages.event(Records.insert("1", Images.of(event)))).contains(event);
  }

  @Test
  void whatIsNoInsertIsNoNewEvent() {
    var image = Images.of(TestEvents.page("e-1", "/").build());

    assertThat(StreamImages.event(Records.change("MODIFY", "1", image, image))).isEmpty();
    assertThat(StreamImages.event(Records.change("REMOVE", "1", image, Map.of()))).isEmpty();
  }

  @Test
  void everyKindOfAttributeComesBackAsItWasWritten() {
    var bytes = SdkBytes.fromByteArray(new byte[] {1, 2, -1});
    var text = AttributeValue.fromS("a");
    var item =
        Map.of(
            "text", text,
            "number", AttributeValue.fromN("12.5"),
            "bytes", AttributeValue.fromB(bytes),
            "truth", AttributeValue.fromBool(false),
            "nothing", AttributeValue.fromNul(true),
            "texts", AttributeValue.fromSs(List.of("a", "b")),
            "numbers", AttributeValue.fromNs(List.of("1", "2")),
            "manyBytes", AttributeValue.fromBs(List.of(bytes)),
            "map", AttributeValue.fromM(Map.of("key", text)),
            "list", AttributeValue.fromL(List.of(text, AttributeValue.fromM(Map.of("key", text)))));

    var change = Records.change("MODIFY", "1", Map.of("text", text), item).getDynamodb();

    assertThat(StreamImages.image(change.getNewImage())).isEqualTo(item);
    assertThat(StreamImages.image(change.getOldImage())).isEqualTo(Map.of("text", text));
    assertThat(StreamImages.image(change.getKeys())).containsOnlyKeys(Schema.PK);
  }

  @Test
  void anImageWithoutAnEventIsPoison() {
    var broken = new HashMap<>(Images.of(TestEvents.page("e-1", "/").build()));
    broken.put(Schema.BODY, AttributeValue.fromS("{\"id\":"));

    assertThatThrownBy(() -> StreamImages.event(Records.insert("1", broken)))
        .isInstanceOf(PoisonRecord.class);
    assertThatThrownBy(
            () ->
                StreamImages.event(
                    Records.insert("1", Map.of(Schema.PK, AttributeValue.fromS("someone")))))
        .isInstanceOf(PoisonRecord.class);
  }
}
