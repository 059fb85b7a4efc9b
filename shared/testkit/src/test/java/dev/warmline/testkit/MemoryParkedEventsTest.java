package dev.warmline.testkit;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import java.util.List;

class MemoryParkedEventsTest extends ParkedEventsContract {
  private final MemoryParkedEvents parked = new MemoryParkedEvents();

  @Override
  protected ParkedEvents parkedEvents() {
    return parked;
  }

  @Override
  protected List<ParkedEvent> parked() {
    return parked.all();
  }
}
