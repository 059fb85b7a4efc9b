package dev.warmline.testkit;

import dev.warmline.handoff.Deliveries;

class MemoryDeliveriesTest extends DeliveriesContract {
  private final MemoryDeliveries deliveries = new MemoryDeliveries();

  @Override
  protected Deliveries deliveries() {
    return deliveries;
  }
}
