package dev.warmline.score;

import java.time.Instant;
import java.util.Optional;

/**
 * Finds an instant no later than the first at which a verdict differs by time alone.
 *
 * <p>As long as a {@linkplain FoldedForecast forecast} holds, the hits stay the same and only fade,
 * so {@linkplain ScoreBounds bounds} of each score tell before when nothing can flip. The search
 * walks from one such instant to the next and evaluates there; where its budget or all that can be
 * forecast ends it answers early.
 */
final class NextChange {
  static final int MOST_STEPS = 32;

  private final FoldedForecast first;

  NextChange(FoldedForecast forecast) {
    this.first = forecast;
  }

  /** The scorecard of an instant before the horizon, with the change after it. */
  Scorecard card(long at) {
    var now = first.evaluator().at(at);
    return first.evaluator().card(now).withNextChange(after(now));
  }

  /** The instant after this evaluation, or empty if nothing can change any more. */
  Optional<Instant> after(ScoredInstant start) {
    var forecast = first;
    var current = start;
    for (var step = 1; ; step++) {
      var next = candidate(current, forecast);
      if (next == RuleFold.NEVER) {
        return Optional.empty();
      }
      var going = next < forecast.horizon() ? Optional.of(forecast) : forecast.anew(next);
      if (step >= MOST_STEPS || going.isEmpty()) {
        return Optional.of(Instant.ofEpochMilli(next));
      }
      forecast = going.get();
      current = forecast.evaluator().at(next);
      if (!current.verdict().equals(start.verdict())) {
        return Optional.of(Instant.ofEpochMilli(next));
      }
    }
  }

  private static long candidate(ScoredInstant current, FoldedForecast forecast) {
    var end = Math.min(forecast.hitChangeAfter(current.at()), forecast.horizon());
    var bounds = new ScoreBounds(forecast, current);
    return bounds.firstPossibleFlip(Math.min(end, bounds.allFaded())).orElse(end);
  }
}
