package dev.warmline.score;

import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds an instant no later than the first at which a verdict differs by time alone.
 *
 * <p>Between two {@linkplain HitChanges changes of hits} the hits stay the same and only fade, so
 * {@linkplain ScoreBounds bounds} of each score tell before when nothing can flip. The search walks
 * from one such instant to the next and evaluates there; where its budget ends it answers early.
 */
final class NextChange {
  static final int MOST_STEPS = 64;

  private final Forecast forecast;

  /** How a lead goes on if no event comes. */
  interface Forecast {
    Model model();

    /** What the rules make of it at an instant that is before the horizon. */
    ScoredInstant at(long instant);

    /** The first instant after an evaluation at which more changes than fading. */
    OptionalLong hitChangeAfter(ScoredInstant now);

    /** The instant from which it cannot be told; {@code Long.MAX_VALUE} if there is none. */
    long horizon();

    /** How many evaluations the search may cost. */
    int steps();
  }

  NextChange(Forecast forecast) {
    this.forecast = forecast;
  }

  NextChange(History history) {
    this(new KnownForecast(history));
  }

  /** The instant after this evaluation, or empty if nothing can change any more. */
  Optional<Instant> after(ScoredInstant start) {
    var verdict = Verdict.of(start.card());
    var current = start;
    for (var step = 1; ; step++) {
      var next = candidate(current);
      if (next == Long.MAX_VALUE) {
        return Optional.empty();
      }
      if (step >= forecast.steps() || next >= forecast.horizon()) {
        return Optional.of(Instant.ofEpochMilli(next));
      }
      current = forecast.at(next);
      if (!Verdict.of(current.card()).equals(verdict)) {
        return Optional.of(Instant.ofEpochMilli(next));
      }
    }
  }

  private long candidate(ScoredInstant current) {
    var end = Math.min(forecast.hitChangeAfter(current).orElse(Long.MAX_VALUE), forecast.horizon());
    var bounds = new ScoreBounds(forecast.model(), current);
    return bounds.firstPossibleFlip(Math.min(end, bounds.allFaded())).orElse(end);
  }

  /** The forecast from a history whose every event is known. */
  private static final class KnownForecast implements Forecast {
    private static final int EVENTS_PER_SEARCH = 200_000;

    private final History history;
    private final HitChanges changes;

    private KnownForecast(History history) {
      this.history = history;
      this.changes = new HitChanges(history);
    }

    @Override
    public Model model() {
      return history.model();
    }

    @Override
    public ScoredInstant at(long instant) {
      return ScoredInstant.of(history, instant);
    }

    @Override
    public OptionalLong hitChangeAfter(ScoredInstant now) {
      return changes.after(now);
    }

    @Override
    public long horizon() {
      return Long.MAX_VALUE;
    }

    @Override
    public int steps() {
      return Math.clamp(EVENTS_PER_SEARCH / (history.events().size() + 1), 1, MOST_STEPS);
    }
  }
}
