package dev.warmline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest act of a person or feed.
 *
 * @param at when it was done
 * @param undo what it was before, if the act can be taken back
 */
public record LastAct(Instant at, Optional<Undo> undo) {
  /** How long an act can be taken back. */
  static final Duration UNDOABLE = Duration.ofMinutes(10);

  /**
   * What taking an act back leads to.
   *
   * @param by who alone may do that
   * @param entries how many lines the history had after the act: the lead has not moved since
   * @param before where it stood before
   */
  public record Undo(String by, int entries, Standing before) {}

  /**
   * An act that led from one standing to another, and can be taken back by the person who did it;
   * one that did nothing leaves the act before to be taken back.
   *
   * @param isNothing whether it did nothing
   */
  static LastAct of(Done done, Standing before, Standing after, boolean isNothing, Terms terms) {
    var undo =
        isNothing ? before.lastAct().flatMap(LastAct::undo) : undo(done, before, after, terms);
    return new LastAct(done.at(), undo);
  }

  private static Optional<Undo> undo(Done done, Standing before, Standing after, Terms terms) {
    return !isFinal(done, terms)
            && !(before.waiting().isPresent() && after.isAnnounced())
            && done.actor() instanceof Actor.Person(var id)
        ? Optional.of(
            new Undo(id, after.position().entries(), before.withLastAct(Optional.empty())))
        : Optional.empty();
  }

  /** What ends consent stays done, as what was said to others does. */
  private static boolean isFinal(Done done, Terms terms) {
    return done.act() instanceof Act.Undone || terms.endsConsent(done.act());
  }

  /**
   * When the act can be taken back no more; empty if this person cannot take it back at all.
   *
   * @param entries how many lines the history has now
   */
  public Optional<Instant> undoableBy(String person, int entries) {
    return undo.filter(it -> it.by().equals(person) && it.entries() == entries)
        .map(_ -> at.plus(UNDOABLE));
  }

  /** Of two leads that are one: nothing is taken back across a merge. */
  static Optional<LastAct> joined(Optional<LastAct> one, Optional<LastAct> other) {
    return Stream.concat(one.stream(), other.stream())
        .map(LastAct::at)
        .max(Instant::compareTo)
        .map(at -> new LastAct(at, Optional.empty()));
  }
}
