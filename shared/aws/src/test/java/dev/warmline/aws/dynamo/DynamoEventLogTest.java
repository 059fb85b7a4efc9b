package dev.warmline.aws.dynamo;

import dev.warmline.event.EventLog;
import dev.warmline.testkit.EventLogContract;

class DynamoEventLogTest extends EventLogContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoEventLog log = new DynamoEventLog(LocalDynamo.client(), tables.events());

  @Override
  protected EventLog log() {
    return log;
  }
}
