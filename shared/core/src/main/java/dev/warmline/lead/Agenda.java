package dev.warmline.lead;

import dev.warmline.score.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a lead must be looked at though no event comes.
 *
 * @param due the next such instant, if there is one
 */
public record Agenda(Optional<Instant> due) {
  /** What is stored as due is never sooner than this, so that a clock does not spin. */
  private static final Duration SOONEST = Duration.ofMinutes(1);

  /** Nothing is due. */
  public static final Agenda EMPTY = new Agenda(Optional.empty());

  /** To be looked at in a minute, or when it was due anyway. */
  Agenda soon(Instant now) {
    var soon = now.plus(SOONEST);
    return new Agenda(Optional.of(due.filter(soon::isAfter).orElse(soon)));
  }

  /**
   * When the lead must be looked at next: when a verdict, the cool-down or a deadline may change
   * it. Moving an index entry costs as much as two writes, and being looked at too early costs
   * little: an instant that is still ahead only ever moves to an earlier one.
   *
   * @param card says when time alone may change it
   */
  Agenda next(Standing standing, Scorecard card, Terms terms, Instant now) {
    var below =
        switch (standing.place()) {
          case SUSPECT, PROSPECT, RECYCLED -> below(standing, card, terms).filter(now::isBefore);
          case WAITING, ANNOUNCED, SAL, SQL, CUSTOMER, DISQUALIFIED -> Stream.<Instant>empty();
        };
    var over = standing.deadlines().acceptBy().filter(it -> !it.isAfter(now));
    var next =
        Stream.of(
                card.nextChange().stream(),
                below,
                standing.deadlines().instants().filter(it -> over.filter(it::equals).isEmpty()))
            .flatMap(instants -> instants)
            .min(Instant::compareTo)
            .map(at -> at.isBefore(now.plus(SOONEST)) ? now.plus(SOONEST) : at);
    var before = due.filter(now::isBefore);
    var isEarlier = before.isPresent() && next.filter(at -> at.isBefore(before.get())).isEmpty();
    return new Agenda(isEarlier ? before : next);
  }

  /** When the way back to MQL is open, a promised day comes, or a lead has been idle too long. */
  private static Stream<Instant> below(Standing standing, Scorecard card, Terms terms) {
    return Stream.of(
            terms.coolDownEnd(standing),
            standing.givenBack().flatMap(GivenBack::until),
            terms.retires(standing, card))
        .flatMap(Optional::stream);
  }
}
