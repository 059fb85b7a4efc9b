package dev.warmline.testkit;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventKey;
import dev.warmline.event.EventLog;
import dev.warmline.event.ProfileKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An event log in memory. Keeps the canonical text, so nobody shares a tree with it. */
public final class MemoryEventLog implements EventLog {
  private static final Duration RETENTION = Duration.ofDays(400);

  private final Map<EventKey, String> stored = new LinkedHashMap<>();
  private final Faults faults = new Faults();
  private int reads;

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  @Override
  public List<Appended> append(List<Event> events) {
    return faults.around("append " + events.size() + " events", () -> store(events));
  }

  @Override
  public List<Event> read(Collection<ProfileKey> profiles) {
    return faults.around("read the events of a lead", () -> find(Set.copyOf(profiles)));
  }

  /** Everything in the log, in the order in which it was written. */
  public synchronized List<Event> all() {
    return stored.values().stream().map(EventJson::parse).toList();
  }

  /** How many reads were answered so far: a query is what an event no rule looks at must spare. */
  public synchronized int reads() {
    return reads;
  }

  private synchronized List<Appended> store(List<Event> events) {
    var results = new ArrayList<Appended>();
    for (var event : events) {
      if (isExpired(event)) {
        results.add(Appended.EXPIRED);
        continue;
      }
      var there = stored.putIfAbsent(event.key(), EventJson.write(event));
      results.add(there == null ? Appended.STORED : Appended.ALREADY_THERE);
    }
    return List.copyOf(results);
  }

  private static boolean isExpired(Event event) {
    return event.type().isBehaviour()
        && !event.occurredAt().plus(RETENTION).isAfter(event.receivedAt());
  }

  private synchronized List<Event> find(Set<ProfileKey> profiles) {
    reads++;
    return stored.entrySet().stream()
        .filter(entry -> profiles.contains(entry.getKey().profile()))
        .map(entry -> EventJson.parse(entry.getValue()))
        .toList();
  }
}
