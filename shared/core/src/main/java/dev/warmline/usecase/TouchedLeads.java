package dev.warmline.usecase;

import dev.warmline.event.Event;
import dev.warmline.lead.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Which leads a batch touches, by which of its events, and the first event that failed. */
final class TouchedLeads {
  private final Map<LeadId, Touch> leads = new LinkedHashMap<>();
  private int firstFailed = Integer.MAX_VALUE;

  private static final class Touch {
    private final int firstIndex;
    private final List<Event> events = new ArrayList<>();

    private Touch(int firstIndex) {
      this.firstIndex = firstIndex;
    }
  }

  void addAll(Collection<LeadId> touched, int index, Event event) {
    for (var lead : touched) {
      var touch = leads.computeIfAbsent(lead, added -> new Touch(index));
      touch.events.add(event);
    }
  }

  Collection<LeadId> leads() {
    return List.copyOf(leads.keySet());
  }

  int firstIndexOf(LeadId lead) {
    return touch(lead).firstIndex;
  }

  List<Event> eventsOf(LeadId lead) {
    return List.copyOf(touch(lead).events);
  }

  /** No skew between machines may hide the newest event from its own evaluation. */
  Instant asOf(LeadId lead, Instant now) {
    return touch(lead).events.stream()
        .map(Event::receivedAt)
        .reduce(now, (a, b) -> a.isAfter(b) ? a : b);
  }

  synchronized void failed(int index) {
    firstFailed = Math.min(firstFailed, index);
  }

  synchronized boolean hasFailed() {
    return firstFailed < Integer.MAX_VALUE;
  }

  synchronized OptionalInt firstFailed() {
    return hasFailed() ? OptionalInt.of(firstFailed) : OptionalInt.empty();
  }

  private Touch touch(LeadId lead) {
    var touch = leads.get(lead);
    if (touch == null) {
      throw new IllegalArgumentException("not touched: " + lead);
    }
    return touch;
  }
}
