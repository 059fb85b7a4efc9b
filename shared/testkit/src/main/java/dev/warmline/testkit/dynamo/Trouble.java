package dev.warmline.testkit.dynamo;

import java.time.Duration;

/** What goes wrong with one call. */
public sealed interface Trouble {

  /** Nothing: the call is made and answered. */
  record None() implements Trouble {}

  /** Too many calls: nothing happened. */
  record Throttled() implements Trouble {}

  /** Another transaction is at the item: nothing happened. Meant for writes. */
  record Conflict() implements Trouble {}

  /** It happened, and nobody hears of it. */
  record LostAnswer() implements Trouble {}

  /**
   * It happened, and the client, which hears nothing of that, does it once more by itself.
   *
   * @param meanwhile what happens between the two
   */
  record Repeated(Runnable meanwhile) implements Trouble {}

  /** An index answers as it was so long ago. Meant for reads of an index. */
  record Lag(Duration behind) implements Trouble {}
}
