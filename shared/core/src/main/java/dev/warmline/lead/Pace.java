package dev.warmline.lead;

import dev.warmline.rule.Model;
import dev.warmline.team.QueueTurns;
import dev.warmline.team.TeamQueue;
import dev.warmline.team.WorkingCalendar;
import java.time.Duration;
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
    var today = WorkingCalendar.of(model).dateOf(now);
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
    return from(now, WorkingCalendar.of(model), now, 0);
  }

  /** Whether the clock must look at it. */
  public boolean isDue(Instant now) {
    return due.filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Whether one may be released now: a turn that was missed on another day is gone. */
  public boolean hasTurn(Model model, Instant now) {
    var hours = WorkingCalendar.of(model);
    var today = hours.dateOf(now);
    return isDue(now)
        && due.map(hours::dateOf).filter(today::equals).isPresent()
        && hours.isOpen(now)
        && releasedOn(today) < perDay;
  }

  /** After one was released. */
  public Pace released(Model model, Instant now) {
    return from(due.orElse(now).plusMillis(1), WorkingCalendar.of(model), now, 1);
  }

  /** After a turn at which nobody was released. */
  public Pace passed(Model model, Instant now) {
    var next = due.map(at -> at.plusMillis(1)).filter(now::isBefore).orElse(now);
    return from(next, WorkingCalendar.of(model), now, 0);
  }

  private Pace from(Instant next, WorkingCalendar hours, Instant now, int more) {
    var today = hours.dateOf(now);
    var count = releasedOn(today) + more;
    var start = count < perDay ? next : hours.startOf(today.plusDays(1));
    return new Pace(queue, version + 1, perDay, today, count, Optional.of(turn(start, hours)));
  }

  private Instant turn(Instant from, WorkingCalendar hours) {
    for (var date = hours.dateOf(from); ; date = date.plusDays(1)) {
      var turn = turn(from, date, hours);
      if (turn.isPresent()) {
        return turn.get();
      }
    }
  }

  /** The first of the turns of a date, spread evenly over its working time, from an instant on. */
  private Optional<Instant> turn(Instant from, LocalDate date, WorkingCalendar hours) {
    var start = hours.startOf(date);
    var length = hours.elapsed(start, hours.startOf(date.plusDays(1))).toMillis();
    var number = ceilDiv(hours.elapsed(start, from).toMillis() * perDay, length);
    return number < perDay
        ? Optional.of(hours.deadline(start, Duration.ofMillis(length * number / perDay)))
            .map(at -> hours.deadline(at, Duration.ZERO)) // the end of a shift is in no shift
        : Optional.empty();
  }

  /** Of a day on which nobody works, no turn is left. */
  private long ceilDiv(long worked, long length) {
    return length == 0 ? perDay : Math.ceilDiv(worked, length);
  }

  private int releasedOn(LocalDate date) {
    return day.equals(date) ? released : 0;
  }

  /** How many a day the team says of a queue, else as many as its members have room for now. */
  public static Optional<Integer> usual(TeamQueue queue, QueueTurns turns) {
    return queue.perDay().or(() -> turns.free(queue).map(free -> Math.clamp(free, 1, MOST)));
  }

  /**
   * How many are announced on a working day, at least {@link #LEAST_MEAN}: the mean of the last
   * twenty before today.
   *
   * @param announced when leads were announced
   */
  public static int mean(Collection<Instant> announced, Model model, Instant now) {
    var hours = WorkingCalendar.of(model);
    var from = meanFrom(model, now);
    var until = hours.startOf(hours.dateOf(now));
    var count = announced.stream().filter(at -> !at.isBefore(from) && at.isBefore(until)).count();
    return Math.clamp(Math.round(count / (double) MEAN_OVER), LEAST_MEAN, MOST);
  }

  /** The beginning of the days that {@link #mean} is taken over. */
  public static Instant meanFrom(Model model, Instant now) {
    var hours = WorkingCalendar.of(model);
    var day = hours.dateOf(now);
    for (var left = MEAN_OVER; left > 0; ) {
      day = day.minusDays(1);
      left -= hours.isOpenOn(day) ? 1 : 0;
    }
    return hours.startOf(day);
  }
}
