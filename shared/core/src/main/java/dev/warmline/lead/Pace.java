package dev.warmline.lead;

import dev.warmline.rule.Model;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * A standing wish: so many of those who wait are released a day, spread evenly over the hours in
 * which the model's clocks run.
 *
 * @param queue whom it is about: those who would go there; empty for all whose queue has no pace of
 *     its own
 * @param version one more with every write
 * @param perDay how many a day, from 1 to {@link #MOST}
 * @param day the day that {@code released} counts, in the model's zone
 * @param released how many were released on it
 * @param due when the next may be released; empty while it is paused
 */
public record Pace(
    Optional<String> queue,
    long version,
    int perDay,
    LocalDate day,
    int released,
    Optional<Instant> due) {

  /** The most that are released a day. */
  public static final int MOST = 10_000;

  /** The least that are released a day where nobody names a number. */
  public static final int LEAST_MEAN = 5;

  private static final int MEAN_OVER = 20;

  public Pace {
    if (perDay < 1 || perDay > MOST) {
      throw new IllegalArgumentException("a pace is from 1 to " + MOST + " a day");
    }
  }

  /** A pace of so many a day from now on. */
  public static Pace of(Optional<String> queue, int perDay, Model model, Instant now) {
    var today = WorkingTime.of(model).dayOf(now);
    return new Pace(queue, 0, perDay, today, 0, Optional.empty()).resumed(model, now);
  }

  /** Another number a day; what was released today counts. */
  public Pace with(int perDay, Model model, Instant now) {
    return new Pace(queue, version, perDay, day, released, due).resumed(model, now);
  }

  /** The same, with nobody released until it is resumed. */
  public Pace paused() {
    return new Pace(queue, version + 1, perDay, day, released, Optional.empty());
  }

  /** The same, going on now. */
  public Pace resumed(Model model, Instant now) {
    return from(now, WorkingTime.of(model), now, 0);
  }

  /** Whether the clock must look at it. */
  public boolean isDue(Instant now) {
    return due.filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Whether one may be released now: a turn that was missed on another day is gone. */
  public boolean hasTurn(Model model, Instant now) {
    var hours = WorkingTime.of(model);
    var today = hours.dayOf(now);
    return isDue(now)
        && due.map(hours::dayOf).filter(today::equals).isPresent()
        && hours.on(today).filter(shift -> shift.contains(now)).isPresent()
        && releasedOn(today) < perDay;
  }

  /** After one was released. */
  public Pace released(Model model, Instant now) {
    return from(due.orElse(now).plusMillis(1), WorkingTime.of(model), now, 1);
  }

  /** After a turn at which nobody was released. */
  public Pace passed(Model model, Instant now) {
    var next = due.map(at -> WorkingTime.later(at.plusMillis(1), now)).orElse(now);
    return from(next, WorkingTime.of(model), now, 0);
  }

  private Pace from(Instant next, WorkingTime hours, Instant now, int more) {
    var today = hours.dayOf(now);
    var count = releasedOn(today) + more;
    var start = count < perDay ? next : hours.startOf(today.plusDays(1));
    return new Pace(queue, version + 1, perDay, today, count, Optional.of(turn(start, hours)));
  }

  private Instant turn(Instant from, WorkingTime hours) {
    for (var date = hours.dayOf(from); ; date = date.plusDays(1)) {
      var turn = hours.on(date).flatMap(shift -> shift.turn(from, perDay));
      if (turn.isPresent()) {
        return turn.get();
      }
    }
  }

  private int releasedOn(LocalDate date) {
    return day.equals(date) ? released : 0;
  }

  /**
   * How many are announced on a working day, at least {@link #LEAST_MEAN}: the mean of the last
   * twenty before today.
   *
   * @param announced when leads were announced
   */
  public static int mean(Collection<Instant> announced, Model model, Instant now) {
    var hours = WorkingTime.of(model);
    var from = meanFrom(model, now);
    var until = hours.startOf(hours.dayOf(now));
    var count = announced.stream().filter(at -> !at.isBefore(from) && at.isBefore(until)).count();
    return Math.clamp(Math.round(count / (double) MEAN_OVER), LEAST_MEAN, MOST);
  }

  /** The beginning of the days that {@link #mean} is taken over. */
  public static Instant meanFrom(Model model, Instant now) {
    var hours = WorkingTime.of(model);
    var day = hours.dayOf(now);
    for (var left = MEAN_OVER; left > 0; ) {
      day = day.minusDays(1);
      left -= hours.on(day).isPresent() ? 1 : 0;
    }
    return hours.startOf(day);
  }
}
