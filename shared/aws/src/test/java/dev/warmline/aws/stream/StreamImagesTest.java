package dev.warmline.aws.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.aws.dynamo.Images;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.testkit.TestEvents;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    assertThat(StreamImages.event(Records.record("MODIFY", "1").withNew(image).build())).isEmpty();
    assertThat(StreamImages.event(Records.record("REMOVE", "1").withOld(image).build())).isEmpty();
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
