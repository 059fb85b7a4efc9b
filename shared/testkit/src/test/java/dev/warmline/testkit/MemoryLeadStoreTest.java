package dev.warmline.testkit;

import dev.warmline.lead.LeadStore;

class MemoryLeadStoreTest extends LeadStoreContract {
  private final MemoryLeadStore store = new MemoryLeadStore();

  @Override
  protected LeadStore store() {
    return store;
  }
}
