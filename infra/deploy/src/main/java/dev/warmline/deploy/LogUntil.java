package dev.warmline.deploy;

import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** A log as it was at an instant, to be read only; remembers whose later events it kept back. */
final class LogUntil implements EventLog {
  private final EventLog log;
  private final Instant until;
  private final Set<ProfileKey> later = new ConcurrentSkipListSet<>();

  /**
   * @param until the last instant at which events it shows were received
   */
  LogUntil(EventLog log, Instant until) {
    this.log = log;
    this.until = until;
  }

  @Override
  public List<Appended> append(List<Event> events) {
    throw new UnsupportedOperationException("the past is not written to");
  }

  @Override
  public List<Event> read(Collection<ProfileKey> profiles) {
    return log.read(profiles).stream().filter(this::isShown).toList();
  }

  /** Profiles with events that were read and not shown. */
  Set<ProfileKey> later() {
    return Set.copyOf(later);
  }

  private boolean isShown(Event event) {
    var shown = !event.receivedAt().isAfter(until);
    if (!shown) {
      later.add(event.profile().key());
    }
    return shown;
  }
}
