package dev.warmline.lead;

import dev.warmline.team.TeamPublication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The open deadlines of a lead, computed when they start: no later publication moves them.
 *
 * @param acceptBy until then an announced MQL does not cool down: sales has that long to accept it
 * @param contactBy until then the owner of a SAL is to make contact
 * @param notWorked when an announced MQL that nobody accepted falls back
 * @param notQualified when a SAL that did not become SQL falls back
 * @param calendar the number of the publication of the team by whose calendars they were computed;
 *     0 if it was the model
 * @param steps what comes of the clocks that run, the soonest first
 */
public record Deadlines(
    Optional<Instant> acceptBy,
    Optional<Instant> contactBy,
    Optional<Instant> notWorked,
    Optional<Instant> notQualified,
    int calendar,
    List<Step> steps) {

  /** Nothing runs. */
  public static final Deadlines NONE =
      new Deadlines(Optional.empty(), Optional.empty(), Optional.empty());

  /** What comes of a clock, and when. */
  public record Step(ClockStep what, Instant at) {}

  public Deadlines {
    steps = List.copyOf(steps);
  }

  /** Those of the model alone. */
  public Deadlines(
      Optional<Instant> acceptBy, Optional<Instant> notWorked, Optional<Instant> notQualified) {
    this(acceptBy, Optional.empty(), notWorked, notQualified, 0, List.of());
  }

  /** These, and what ran before and does not run any more: what a record keeps. */
  Deadlines and(Deadlines running) {
    return running.equals(NONE)
        ? this
        : new Deadlines(
            running.acceptBy().or(() -> acceptBy),
            running.contactBy().or(() -> contactBy),
            running.notWorked().or(() -> notWorked),
            running.notQualified().or(() -> notQualified),
            Math.max(calendar, running.calendar()),
            running.steps());
  }

  /** With the time to accept of another hand; when nobody works it, it falls back as before. */
  Deadlines acceptedBy(Deadlines fresh) {
    return new Deadlines(
        fresh.acceptBy(),
        contactBy,
        notWorked.or(fresh::notWorked),
        notQualified,
        fresh.calendar(),
        fresh.steps());
  }

  /** Somebody spoke with the lead: it falls back as then is said, but never sooner than before. */
  Deadlines contacted(Deadlines fresh) {
    var isLater =
        notQualified
            .filter(at -> fresh.notQualified().filter(at::isBefore).isPresent())
            .isPresent();
    var next = isLater ? fresh : this;
    return new Deadlines(
        acceptBy,
        Optional.empty(),
        notWorked,
        next.notQualified(),
        next.calendar(),
        next.without(step -> step.what() == ClockStep.UNCONTACTED).steps());
  }

  /** With these steps, which were computed by a team. */
  Deadlines with(Terms terms, List<Step> steps) {
    var number = terms.team().map(TeamPublication::number).orElse(calendar);
    return steps.isEmpty()
        ? this
        : new Deadlines(acceptBy, contactBy, notWorked, notQualified, number, steps);
  }

  /** Without these steps; none at all if nothing is left to run. */
  Deadlines without(Predicate<Step> gone) {
    var left = steps.stream().filter(gone.negate()).toList();
    var next = new Deadlines(acceptBy, contactBy, notWorked, notQualified, calendar, left);
    return next.next().isEmpty() && left.isEmpty() ? NONE : next;
  }

  /** The steps whose instant has come. */
  List<Step> due(Instant now) {
    return steps.stream().filter(step -> !now.isBefore(step.at())).toList();
  }

  /** The instants at which the lead must be looked at. */
  Stream<Instant> instants() {
    return Stream.concat(
        Stream.of(acceptBy, notWorked, notQualified).flatMap(Optional::stream),
        steps.stream().map(Step::at));
  }

  /** The first that somebody is to keep, whether it is over or not. */
  Optional<Instant> next() {
    return Stream.of(acceptBy, contactBy, notWorked, notQualified)
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** Whether the time of an MQL or SAL is over. */
  boolean haveExpired(Instant now) {
    return Stream.of(notWorked, notQualified)
        .flatMap(Optional::stream)
        .anyMatch(deadline -> !now.isBefore(deadline));
  }
}
