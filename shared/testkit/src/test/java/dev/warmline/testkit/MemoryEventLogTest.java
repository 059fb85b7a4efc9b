package dev.warmline.testkit;

import dev.warmline.event.EventLog;

class MemoryEventLogTest extends EventLogContract {
  private final MemoryEventLog log = new MemoryEventLog();

  @Override
  protected EventLog log() {
    return log;
  }
}
