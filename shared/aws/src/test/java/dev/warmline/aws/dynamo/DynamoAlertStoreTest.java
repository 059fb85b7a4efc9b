package dev.warmline.aws.dynamo;

import dev.warmline.handoff.AlertStore;
import dev.warmline.testkit.AlertStoreContract;

class DynamoAlertStoreTest extends AlertStoreContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoAlertStore store = new DynamoAlertStore(LocalDynamo.client(), tables.leads());

  @Override
  protected AlertStore store() {
    return store;
  }
}
