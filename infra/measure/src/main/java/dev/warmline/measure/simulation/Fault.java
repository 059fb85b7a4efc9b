package dev.warmline.measure.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that goes wrong at one call of a store, the topic or the chat.
 *
 * @param of which calls are counted: those of one operation, or {@link #ANY}
 * @param call the how-many-th of them in the whole run, from 1
 */
record Fault(String of, int call, Kind kind) {
  /** Calls of every operation. */
  static final String ANY = "";

  /** Transactions that move a device from hand to hand. */
  static final String HAND_OVER = "HandOver";

  /** Writes of what the queues of a team count. */
  static final String COUNT = "Count";

  /** Calls where people act on leads. */
  static final String DESK = Invocations.DESK;

  private static final int ANYWHERE = 14;
  private static final int LONGEST_CALM = 45;
  private static final int OF_PUBLISHING = 2;
  private static final int FIRST_PUBLISHED = 4;
  private static final int OF_HANDING_OVER = 2;
  private static final int FIRST_HANDED_OVER = 6;
  private static final int OF_THE_DESK = 3;
  private static final int FIRST_OF_THE_DESK = 40;
  private static final int OF_COUNTING = 6;
  private static final int FIRST_COUNTED = 24;

  /**
   * What goes wrong in one run: anywhere, where a notice is published, where a device is handed
   * over, where people act on leads, and where a team counts who has how many; of handing over and
   * of counting many are so slow that another does it meanwhile.
   */
  static List<Fault> some(Dice dice, boolean isTeam) {
    var faults = new ArrayList<Fault>();
    var call = 0;
    for (var i = 0; i < ANYWHERE; i++) {
      call += 1 + dice.below(LONGEST_CALM);
      faults.add(new Fault(ANY, call, dice.pick(List.of(Kind.values()))));
    }
    for (var i = 0; i < OF_PUBLISHING; i++) {
      faults.add(at(Outside.PUBLISH, FIRST_PUBLISHED, dice));
    }
    for (var i = 0; i < OF_HANDING_OVER; i++) {
      faults.add(oftenSlow(HAND_OVER, FIRST_HANDED_OVER, dice));
    }
    for (var i = 0; i < OF_THE_DESK; i++) {
      faults.add(at(DESK, FIRST_OF_THE_DESK, dice));
    }
    for (var i = 0; isTeam && i < OF_COUNTING; i++) {
      faults.add(oftenSlow(COUNT, FIRST_COUNTED, dice));
    }
    return faults;
  }

  private static Fault oftenSlow(String of, int first, Dice dice) {
    return dice.onceIn(2) ? new Fault(of, 1 + dice.below(first), Kind.SLOW) : at(of, first, dice);
  }

  private static Fault at(String of, int first, Dice dice) {
    return new Fault(of, 1 + dice.below(first), dice.pick(List.of(Kind.values())));
  }

  enum Kind {
    /** Nothing happened and an error comes back. */
    REFUSED,
    /** Another transaction is at the item: nothing happened. */
    CONFLICT,
    /** It happened and an error comes back. */
    LOST_ANSWER,
    /** It happened, no answer came within four seconds, and the client did it again by itself. */
    REPEATED,
    /** The function dies before the call. */
    CRASH_BEFORE,
    /** The function dies after the call. */
    CRASH_AFTER,
    /** The call takes ten seconds. */
    SLOW
  }

  @Override
  public String toString() {
    return kind + " at call " + call + (of.isEmpty() ? "" : " of " + of);
  }
}
