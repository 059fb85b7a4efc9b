package dev.warmline.event;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * The truth. Append-only; an event is in it exactly once per profile and trust, and the first write
 * wins.
 *
 * <p>Failures of the infrastructure are thrown as {@link StoreUnavailable}; whatever was written
 * before stays written, so calling again with the same events is always right.
 */
public interface EventLog {

  /** How long behaviour is kept, counted from when it happened; no model can look further back. */
  Duration RETENTION = Duration.ofDays(400);

  /** What became of one event. */
  enum Appended {
    /** This call wrote it. */
    STORED,
    /** An event with this profile, trust and id was there before, and stays as it was. */
    ALREADY_THERE,
    /** The store will never take it, however often it is tried: it is not in the log. */
    REJECTED,
    /** Behaviour that was older than the log keeps when it was received: it is not in the log. */
    EXPIRED
  }

  /** Whether an event is behaviour that was older than the log keeps when it was received. */
  static boolean isExpired(Event event) {
    return event.type().isBehaviour()
        && !event.occurredAt().plus(RETENTION).isAfter(event.receivedAt());
  }

  /**
   * Appends each event that is not there yet and returns once all of them are durable, except for
   * those that the store rejects and those that it would not keep.
   *
   * @return one result for each event, in the order of the argument
   * @throws StoreUnavailable if any of them could not be written; others may have been
   */
  List<Appended> append(List<Event> events);

  /**
   * As {@link #append(List)}, but starts no write after the deadline.
   *
   * @throws StoreUnavailable also if the deadline passed before every write was started
   */
  default List<Appended> append(List<Event> events, Deadline deadline) {
    deadline.check("append " + events.size() + " events");
    return append(events);
  }

  /**
   * Hands every event of these profiles to a reader, those of one profile in the order of their
   * names, including every append that returned before the call (strongly consistent). Expired
   * behaviour may or may not be among them. A log may hold far more than memory: it is read page by
   * page, and no page is kept.
   *
   * @param of the class of sources to read; empty for both
   * @param reader called for one event at a time, by any thread; whether it wants more
   */
  void read(Collection<ProfileKey> profiles, Optional<Trust> of, Predicate<Event> reader);

  /** Whether there is any event of this profile. */
  default boolean knows(ProfileKey profile) {
    var isThere = new AtomicBoolean();
    read(
        List.of(profile),
        Optional.empty(),
        _ -> {
          isThere.set(true);
          return false;
        });
    return isThere.get();
  }
}
