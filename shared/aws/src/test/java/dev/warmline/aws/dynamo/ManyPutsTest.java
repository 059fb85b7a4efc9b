package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.Deadline;
import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.testkit.TestEvents;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What appending a large batch does to the connections and to the clock. */
class ManyPutsTest {
  @Test
  void thirtyTwoPutsAreUnderWayAtOnceOverConnectionsThatAreUsedAgain() throws IOException {
    try (var tables = new SlowTables(Calls.LANES.width());
        var client = tables.client()) {
      var results = log(client).append(events(640));

      assertThat(results).hasSize(640).containsOnly(EventLog.Appended.STORED);
      assertThat(tables.mostAtOnce).hasValue(Calls.LANES.width());
      assertThat(tables.connections.size()).isLessThanOrEqualTo(2 * Calls.LANES.width());
    }
  }

  @Test
  void afterTheDeadlineNothingNewIsStartedAndTheBatchIsToBeSentAgain() throws IOException {
    try (var tables = new SlowTables(1);
        var client = tables.client()) {
      var asked = new AtomicInteger();
      Deadline afterAHundredCalls = () -> asked.incrementAndGet() > 100;

      assertThatThrownBy(() -> log(client).append(events(2_500), afterAHundredCalls))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("append 2500 events");

      assertThat(tables.calls).hasValue(100);
    }
  }

  @Test
  void aSingleEventIsNotStartedEither() throws IOException {
    try (var tables = new SlowTables(1);
        var client = tables.client()) {
      assertThatThrownBy(() -> log(client).append(events(1), () -> true))
          .isInstanceOf(StoreUnavailable.class);

      assertThat(tables.calls).hasValue(0);
    }
  }

  private static DynamoEventLog log(DynamoDbClient client) {
    return new DynamoEventLog(client, "events");
  }

  private static List<Event> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> TestEvents.page("e-" + i, "/pricing").build())
        .toList();
  }
}
