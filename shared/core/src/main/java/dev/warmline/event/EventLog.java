package dev.warmline.event;

import java.util.Collection;
import java.util.List;

/**
 * The truth. Append-only; an event is in it exactly once per profile, and the first write wins.
 *
 * <p>Failures of the infrastructure are thrown as {@link StoreUnavailable}; whatever was written
 * before stays written, so calling again with the same events is always right.
 */
public interface EventLog {

  /** What became of one event. */
  enum Appended {
    /** This call wrote it. */
    STORED,
    /** An event with this profile and id was there before, and stays as it was. */
    ALREADY_THERE,
    /** The store will never take it, however often it is tried: it is not in the log. */
    REJECTED,
    /** Behaviour that was older than the log keeps when it was received: it is not in the log. */
    EXPIRED
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
   * Reads every event of these profiles, in no particular order, including every append that
   * returned before the call (strongly consistent). Expired behaviour may or may not be among them.
   */
  List<Event> read(Collection<ProfileKey> profiles);
}
