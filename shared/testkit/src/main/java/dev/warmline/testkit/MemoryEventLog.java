package dev.warmline.testkit;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventKey;
import dev.warmline.event.EventLog;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** An event log in memory. Keeps the canonical text, so nobody shares a tree with it. */
public final class MemoryEventLog implements EventLog {
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
  public void read(Collection<ProfileKey> profiles, Optional<Trust> of, Predicate<Event> reader) {
    for (var text :
        faults.around("read the events of a lead", () -> find(Set.copyOf(profiles), of))) {
      if (!reader.test(EventJson.parse(text))) {
        return;
      }
    }
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
      if (EventLog.isExpired(event)) {
        results.add(Appended.EXPIRED);
        continue;
      }
      var there = stored.putIfAbsent(event.key(), EventJson.write(event));
      results.add(there == null ? Appended.STORED : Appended.ALREADY_THERE);
    }
    return List.copyOf(results);
  }

  private synchronized List<String> find(Set<ProfileKey> profiles, Optional<Trust> of) {
    reads++;
    return stored.entrySet().stream()
        .filter(entry -> profiles.contains(entry.getKey().profile()))
        .filter(entry -> of.map(entry.getKey().trust()::equals).orElse(true))
        .sorted(Comparator.comparing(entry -> entry.getKey().name()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
