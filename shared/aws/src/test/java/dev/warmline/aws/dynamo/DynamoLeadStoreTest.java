package dev.warmline.aws.dynamo;

import dev.warmline.lead.LeadStore;
import dev.warmline.testkit.LeadStoreContract;

class DynamoLeadStoreTest extends LeadStoreContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoLeadStore store = new DynamoLeadStore(LocalDynamo.client(), tables.leads());

  @Override
  protected LeadStore store() {
    return store;
  }
}
