package dev.warmline.aws.dynamo;

import dev.warmline.handoff.Deliveries;
import dev.warmline.testkit.DeliveriesContract;

class DynamoDeliveriesTest extends DeliveriesContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoDeliveries deliveries =
      new DynamoDeliveries(LocalDynamo.client(), tables.leads());

  @Override
  protected Deliveries deliveries() {
    return deliveries;
  }
}
