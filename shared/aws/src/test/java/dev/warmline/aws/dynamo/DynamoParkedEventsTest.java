package dev.warmline.aws.dynamo;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import dev.warmline.testkit.ParkedEventsContract;
import java.util.List;

class DynamoParkedEventsTest extends ParkedEventsContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoParkedEvents parked =
      new DynamoParkedEvents(
          LocalDynamo.client(), tables.parked(), DynamoParkedEvents.DEFAULT_RETENTION);

  @Override
  protected ParkedEvents parkedEvents() {
    return parked;
  }

  @Override
  protected List<ParkedEvent> parked() {
    return parked.list(100);
  }
}
