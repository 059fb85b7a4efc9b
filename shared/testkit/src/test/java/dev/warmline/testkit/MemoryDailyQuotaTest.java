package dev.warmline.testkit;

import dev.warmline.event.DailyQuota;

class MemoryDailyQuotaTest extends DailyQuotaContract {
  private final MemoryDailyQuota quota = new MemoryDailyQuota();

  @Override
  protected DailyQuota quota() {
    return quota;
  }
}
