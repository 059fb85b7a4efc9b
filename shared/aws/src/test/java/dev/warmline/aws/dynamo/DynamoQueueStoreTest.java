package dev.warmline.aws.dynamo;

import dev.warmline.team.QueueStore;
import dev.warmline.testkit.QueueStoreContract;

class DynamoQueueStoreTest extends QueueStoreContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoQueueStore store = new DynamoQueueStore(LocalDynamo.client(), tables.leads());

  @Override
  protected QueueStore store() {
    return store;
  }
}
