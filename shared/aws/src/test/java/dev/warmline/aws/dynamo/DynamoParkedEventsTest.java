package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.testkit.ParkedEventsContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamoParkedEventsTest extends ParkedEventsContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoParkedEvents parked =
      new DynamoParkedEvents(
          LocalDynamo.client(), tables.parked(), DynamoParkedEvents.DEFAULT_RETENTION);

  @Override
  protected ParkedEvents parkedEvents() {
    return parked;
  }

  @Test
  void oneIsFoundByItsDigestAndRemovedOnceItIsTaken() {
    var event = new ParkedEvent("website", "why", Instant.parse("2026-03-02T12:00:00Z"), "raw");
    parked.park(event);

    assertThat(parked.find(event.digest())).contains(event);

    parked.remove(event);
    assertThat(parked.find(event.digest())).isEmpty();
    assertThat(parked.list(100)).isEmpty();
  }

  @Override
  protected List<ParkedEvent> parked() {
    return parked.list(100);
  }
}
