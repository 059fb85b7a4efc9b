package dev.warmline.measure.simulation;

/**
 * Something that goes wrong at one call of a store, the topic or the chat.
 *
 * @param call the how-many-th call of the whole run, from 1
 */
record Fault(int call, Kind kind) {

  enum Kind {
    /** Nothing happened and an error comes back. */
    REFUSED,
    /** Another transaction is at the item: nothing happened. */
    CONFLICT,
    /** It happened and an error comes back. */
    LOST_ANSWER,
    /** The function dies before the call. */
    CRASH_BEFORE,
    /** The function dies after the call. */
    CRASH_AFTER,
    /** The call takes ten seconds. */
    SLOW
  }

  @Override
  public String toString() {
    return kind + " at call " + call;
  }
}
