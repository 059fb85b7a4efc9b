package dev.warmline.rule;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why sales may give a lead back, and what follows.
 *
 * @param path where the lead goes
 * @param promise when it is announced again, if that is promised
 * @param sameOwner whether it then goes to whoever returned it
 * @param answer whether marketing must answer: starts its clock
 * @param note whether a note must say more
 * @param withdrawsConsent whether the lead is not to be contacted any more
 */
public record ReturnReason(
    String name,
    Path path,
    Promise promise,
    boolean sameOwner,
    boolean answer,
    boolean note,
    boolean withdrawsConsent) {

  /** Where a lead goes that is given back. */
  public enum Path {
    /** To marketing. */
    RECYCLE,
    /** Out for good. */
    DISQUALIFY,
    /** To another queue, which the act names. */
    QUEUE
  }

  /** When a returned lead is announced again, whatever its scores say. */
  public sealed interface Promise {

    /** Never by itself. */
    record None() implements Promise {}

    /** On the date that the act names, if it names one. */
    record Asked() implements Promise {}

    /** After so long. */
    record After(Duration time) implements Promise {}
  }

  /** A reason of which nothing but the name is said: the lead goes back to marketing. */
  public static ReturnReason plain(String name) {
    return new ReturnReason(name, Path.RECYCLE, new Promise.None(), false, false, false, false);
  }

  /**
   * What an act with this reason must say and does not; empty if nothing is lacking.
   *
   * @param says whether it says something under a name
   */
  public Optional<String> lacks(Predicate<String> says) {
    return path == Path.QUEUE && !says.test("queue")
        ? Optional.of("queue")
        : Optional.of("note").filter(it -> note && !says.test(it));
  }
}
