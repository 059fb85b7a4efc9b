package dev.warmline.testkit;

import dev.warmline.handoff.AlertStore;

class MemoryAlertStoreTest extends AlertStoreContract {
  private final MemoryAlertStore store = new MemoryAlertStore();

  @Override
  protected AlertStore store() {
    return store;
  }
}
