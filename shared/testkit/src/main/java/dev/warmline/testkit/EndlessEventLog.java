package dev.warmline.testkit;

import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A log in which some profiles have more events than memory holds: they are made while they are
 * read. What is appended is kept beside them.
 */
public final class EndlessEventLog implements EventLog {
  private record Made(int count, IntFunction<Event> event) {}

  private final Map<ProfileKey, Made> made = new HashMap<>();
  private final MemoryEventLog appended = new MemoryEventLog();

  /**
   * Gives a profile events.
   *
   * @param event the event of each number from 0, all of this profile
   */
  public void make(ProfileKey profile, int count, IntFunction<Event> event) {
    made.put(profile, new Made(count, event));
  }

  @Override
  public List<Appended> append(List<Event> events) {
    return appended.append(events);
  }

  @Override
  public void read(Collection<ProfileKey> profiles, Optional<Trust> of, Predicate<Event> reader) {
    for (var profile : profiles) {
      var events = made.getOrDefault(profile, new Made(0, _ -> null));
      for (var i = 0; i < events.count(); i++) {
        var event = events.event().apply(i);
        if (of.map(event.trust()::equals).orElse(true) && !reader.test(event)) {
          return;
        }
      }
    }
    appended.read(profiles, of, reader);
  }

  /** Trouble to plan, for what reads to the end. */
  public Faults faults() {
    return appended.faults();
  }

  /** How many reads were answered so far, whoever was read. */
  public int reads() {
    return appended.reads();
  }
}
