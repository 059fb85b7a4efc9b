package dev.warmline.report;

import dev.warmline.lead.LeadId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What both teams did in a week, beside the four weeks before it, and what is left undone.
 *
 * @param zone where the week begins
 * @param at the instant that it is true for
 * @param before the sums of the four weeks before
 * @param returnedBy how many were given back in the week, by reason
 * @param decided of how many leads sales said in the week that it takes them or gives them back
 * @param won in the week, the oldest first
 * @param isWhole false if there were more cycles than are read for one digest
 */
public record WeekDigest(
    ReportWeek week,
    ZoneId zone,
    Instant at,
    WeekFigures last,
    WeekFigures before,
    Map<String, Integer> returnedBy,
    int decided,
    Now now,
    List<Win> won,
    Rules rules,
    boolean isWhole) {
  /** So many weeks before are looked at. */
  public static final int WEEKS_BEFORE = 4;

  /** If sales gives back a larger share of what it decides on, the rules are to be looked at. */
  public static final int MOST_RETURNED_PERCENT = 35;

  private static final int PERCENT = 100;

  public WeekDigest {
    returnedBy = inOrder(returnedBy);
    won = List.copyOf(won);
  }

  /**
   * What is left undone.
   *
   * @param toAccept what sales should have accepted or returned by now, the oldest first
   * @param toAnswer what marketing should have answered by now, the oldest first
   * @param waiting leads that sales has not heard of, by what they wait for
   * @param withoutOwner leads that sales has heard of and nobody has, by queue
   * @param incomplete leads that would qualify if what is required were known
   */
  public record Now(
      List<Overdue> toAccept,
      List<Overdue> toAnswer,
      Map<String, Integer> waiting,
      Map<String, Integer> withoutOwner,
      int incomplete) {
    public Now {
      toAccept = List.copyOf(toAccept);
      toAnswer = List.copyOf(toAnswer);
      waiting = inOrder(waiting);
      withoutOwner = inOrder(withoutOwner);
    }
  }

  /**
   * A lead that somebody is late with.
   *
   * @param owner who has it, if somebody does
   * @param since when the time was over
   */
  public record Overdue(LeadId lead, Optional<String> owner, Instant since) {}

  /**
   * The rules in force.
   *
   * @param since since when; empty if that was not kept
   */
  public record Rules(String name, int version, Optional<Instant> since) {}

  /** Whether sales gives back so much that the rules are to be looked at. */
  public boolean mustRecalibrate() {
    return last.returned() * PERCENT > decided * MOST_RETURNED_PERCENT;
  }

  private static Map<String, Integer> inOrder(Map<String, Integer> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
