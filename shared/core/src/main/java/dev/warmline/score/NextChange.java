package dev.warmline.score;

import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds an instant no later than the first at which a verdict differs by time alone.
 *
 * <p>Between two {@linkplain Breaks breaks} the hits stay the same and only fade, so {@linkplain
 * Bounding bounds} of each score tell before when nothing can flip. The search walks from one such
 * instant to the next and evaluates there; where its budget ends it answers early.
 */
final class NextChange {
  private static final int MOST_STEPS = 64;
  private static final int EVENTS_PER_SEARCH = 200_000;

  private final History history;
  private final Breaks breaks;

  NextChange(History history) {
    this.history = history;
    this.breaks = new Breaks(history);
  }

  /** The instant after this evaluation, or empty if nothing can change any more. */
  Optional<Instant> after(Evaluation start) {
    var model = history.model();
    var verdict = Verdict.of(start.card());
    var current = start;
    var steps = Math.clamp(EVENTS_PER_SEARCH / (history.events().size() + 1), 1, MOST_STEPS);
    for (var step = 1; ; step++) {
      var next = candidate(model, current);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (step >= steps) {
        return Optional.of(Instant.ofEpochMilli(next.getAsLong()));
      }
      current = Evaluation.of(history, next.getAsLong());
      if (!Verdict.of(current.card()).equals(verdict)) {
        return Optional.of(Instant.ofEpochMilli(next.getAsLong()));
      }
    }
  }

  private OptionalLong candidate(Model model, Evaluation current) {
    var next = breaks.after(current);
    var bounding = new Bounding(model, current);
    var end = next.orElse(Long.MAX_VALUE);
    var flip = bounding.firstPossibleFlip(Math.min(end, bounding.allFaded()));
    return flip.isPresent() ? flip : next;
  }
}
