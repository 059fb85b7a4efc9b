package dev.warmline.lead;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Finds records of cycles for reports, without looking at leads. What it finds may be a second
 * behind. Failures of the infrastructure are thrown as {@link dev.warmline.event.StoreUnavailable}.
 */
public interface Cycles {

  /** A record, and whose it is. */
  record Kept(LeadId lead, CycleRecord record) {}

  /**
   * Gives at most {@code limit} of the cycles that go on, the oldest first.
   *
   * @return how many there were
   */
  int goingOn(int limit, Consumer<Kept> each);

  /**
   * The same of those that ended in the week, by UTC, that begins on a Monday: whatever happened
   * since then, happened in a cycle that ended since then or goes on.
   *
   * @see CycleRecord#ended
   */
  int ended(LocalDate monday, int limit, Consumer<Kept> each);

  /** How many leads would qualify if what is required were known; at most {@code limit}. */
  int incomplete(int limit);
}
