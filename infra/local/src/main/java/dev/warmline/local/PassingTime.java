package dev.warmline.local;

import dev.warmline.lead.Due;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Pace;
import dev.warmline.local.page.Ahead;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Lets the time of the stack pass: whatever becomes due is worked off in its order, each at its own
 * instant, as it would have been if somebody had waited.
 *
 * @param tick what the schedule does
 * @param isIdle whether everything that was written is worked off
 */
record PassingTime(StackClock clock, LeadStore leads, Runnable tick, BooleanSupplier isIdle)
    implements Ahead {
  /** What is due still, because it failed or is being worked on, is looked at again after that. */
  private static final Duration STEP = Duration.ofMinutes(1);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(5);

  @Override
  public synchronized Instant pass(Duration time) {
    var end = clock.instant().plus(time);
    settle();
    tickAt(clock.instant());
    for (var next = nextDue(end); next.isPresent(); next = nextDue(end)) {
      var now = clock.instant();
      tickAt(next.get().isAfter(now) ? next.get() : earlier(now.plus(STEP), end));
      if (!clock.instant().isBefore(end)) {
        break;
      }
    }
    tickAt(end);
    return clock.instant();
  }

  private void tickAt(Instant instant) {
    clock.moveTo(instant);
    tick.run();
    settle();
  }

  private Optional<Instant> nextDue(Instant end) {
    return leads.listDue(end, 1).stream().findFirst().map(this::instant);
  }

  /** When it was due by itself; long ago, if the clock function has moved it since. */
  private Instant instant(Due due) {
    var instant =
        switch (due) {
          case Due.OfLead(var id) -> leads.findLead(id).flatMap(Lead::due);
          case Due.OfNotice(var id) -> leads.findNotice(id).flatMap(Notice::due);
          case Due.OfPace(var queue) -> leads.findPace(queue).flatMap(Pace::due);
        };
    return instant.orElse(Instant.EPOCH);
  }

  private void settle() {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!isIdle.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "the stack is not idle after " + PATIENCE.toSeconds() + " s");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while time was passing", e);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
