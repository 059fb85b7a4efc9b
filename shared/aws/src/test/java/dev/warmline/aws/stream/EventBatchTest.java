package dev.warmline.aws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.warmline.aws.dynamo.Images;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.event.Event;
import dev.warmline.testkit.MemoryParkedEvents;
import dev.warmline.testkit.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EventBatchTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Map<String, AttributeValue> POISON =
      Map.of(
          Schema.PK,
          AttributeValue.fromS("someone"),
          Schema.BODY,
          AttributeValue.fromS("no event"));

  private final MemoryParkedEvents parked = new MemoryParkedEvents();
  private final Event first = TestEvents.page("e-1", "/").build();
  private final Event second = TestEvents.page("e-2", "/").build();

  @Test
  void theFirstFailedEventIsNamedByItsOwnNumberAlsoAfterAPoisonRecord() {
    var batch = read();

    assertThat(batch.events()).containsExactly(first, second);
    assertThat(failures(batch.answer(OptionalInt.of(1)))).containsExactly("30");
    assertThat(failures(batch.answer(OptionalInt.empty()))).isEmpty();
  }

  @Test
  void poisonIsParkedWithItsKeysAndNotWithItsContent() {
    read();

    assertThat(parked.all()).hasSize(1);
    assertThat(parked.all().getFirst().source()).isEqualTo("events-stream");
    assertThat(parked.all().getFirst().raw()).contains("p-20").doesNotContain("no event");
  }

  @Test
  void poisonThatCannotBeParkedComesAgainWithAllThatFollows() {
    parked.faults().failNextBefore(1);

    var batch = read();

    assertThat(batch.events()).containsExactly(first);
    assertThat(failures(batch.answer(OptionalInt.empty()))).containsExactly("20");
    assertThat(failures(batch.answer(OptionalInt.of(0)))).containsExactly("10");
  }

  private EventBatch read() {
    var records =
        Records.batch(
            Records.insert("10", Images.of(first)),
            Records.insert("20", POISON),
            Records.insert("30", Images.of(second)));
    return EventBatch.read(records, parked, NOW);
  }

  private static List<String> failures(StreamsEventResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }
}
