package dev.warmline.testkit;

import dev.warmline.team.QueueStore;

class MemoryQueueStoreTest extends QueueStoreContract {
  private final MemoryQueueStore store = new MemoryQueueStore();

  @Override
  protected QueueStore store() {
    return store;
  }
}
