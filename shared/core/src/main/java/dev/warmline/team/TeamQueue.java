package dev.warmline.team;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where leads wait for sales, and who serves it.
 *
 * @param members ids of persons, in the order in which they begin to take turns
 * @param ownedByCrm whether the CRM says who gets which lead; then there are no members
 * @param calendar the name of the calendar by which its clocks run; always, if absent
 * @param capacity how many open leads of the queue a member has at most
 * @param escalateTo the id of the person who hears of what nobody did in time
 * @param perDay how many of those who wait are released a day
 * @param slack the channel of the queue
 */
public record TeamQueue(
    String name,
    List<String> members,
    boolean ownedByCrm,
    Optional<String> calendar,
    Give give,
    Optional<Integer> capacity,
    WhenAllAway whenAllAway,
    Optional<String> escalateTo,
    Optional<Integer> perDay,
    Optional<String> slack,
    Optional<WarmHandoff> warmHandoff) {

  /** How a lead finds its owner. */
  public enum Give {
    /** Warmline gives it to the member whose turn it is. */
    IN_TURN,
    /** It is everybody's until somebody accepts it. */
    FIRST_TO_TAKE;

    /** The word in the team file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What happens to a lead while no member can be given one. */
  public sealed interface WhenAllAway {
    /** It waits in the queue. */
    record Hold() implements WhenAllAway {}

    /** It goes to another queue. */
    record Fallback(String queue) implements WhenAllAway {}

    /** A member gets it who is away. */
    record Anyway() implements WhenAllAway {}

    /** The queue that gets it instead, if it is to go to one. */
    default Optional<String> other() {
      return switch (this) {
        case Fallback(var queue) -> Optional.of(queue);
        case Hold _, Anyway _ -> Optional.empty();
      };
    }
  }

  /**
   * How the owner of a lead is introduced to it.
   *
   * @param introduce the id of the person who does
   * @param slack the channel where they meet
   */
  public record WarmHandoff(String introduce, Optional<String> slack) {}

  /** Whether Warmline gives its leads out. */
  public boolean isGivenInTurn() {
    return !ownedByCrm && give == Give.IN_TURN;
  }

  public TeamQueue {
    members = List.copyOf(members);
  }
}
