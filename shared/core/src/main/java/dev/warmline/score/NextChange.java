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
  static final int MOST_STEPS = 64;

  private final Course course;

  /** How a lead goes on if no event comes. */
  interface Course {
    Model model();

    /** What the rules make of it at an instant that is before the horizon. */
    Evaluation at(long instant);

    /** The first instant after an evaluation at which more changes than fading. */
    OptionalLong breakAfter(Evaluation now);

    /** The instant from which it cannot be told; {@code Long.MAX_VALUE} if there is none. */
    long horizon();

    /** How many evaluations the search may cost. */
    int steps();
  }

  NextChange(Course course) {
    this.course = course;
  }

  NextChange(History history) {
    this(new KnownCourse(history));
  }

  /** The instant after this evaluation, or empty if nothing can change any more. */
  Optional<Instant> after(Evaluation start) {
    var verdict = Verdict.of(start.card());
    var current = start;
    for (var step = 1; ; step++) {
      var next = candidate(current);
      if (next == Long.MAX_VALUE) {
        return Optional.empty();
      }
      if (step >= course.steps() || next >= course.horizon()) {
        return Optional.of(Instant.ofEpochMilli(next));
      }
      current = course.at(next);
      if (!Verdict.of(current.card()).equals(verdict)) {
        return Optional.of(Instant.ofEpochMilli(next));
      }
    }
  }

  private long candidate(Evaluation current) {
    var end = Math.min(course.breakAfter(current).orElse(Long.MAX_VALUE), course.horizon());
    var bounding = new Bounding(course.model(), current);
    return bounding.firstPossibleFlip(Math.min(end, bounding.allFaded())).orElse(end);
  }

  /** The course of a history whose every event is known. */
  private static final class KnownCourse implements Course {
    private static final int EVENTS_PER_SEARCH = 200_000;

    private final History history;
    private final Breaks breaks;

    private KnownCourse(History history) {
      this.history = history;
      this.breaks = new Breaks(history);
    }

    @Override
    public Model model() {
      return history.model();
    }

    @Override
    public Evaluation at(long instant) {
      return Evaluation.of(history, instant);
    }

    @Override
    public OptionalLong breakAfter(Evaluation now) {
      return breaks.after(now);
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
