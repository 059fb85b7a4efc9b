package dev.warmline.lead;

import dev.warmline.lead.Deadlines.Step;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.TeamQueue;
import dev.warmline.team.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The clocks of a lead in the hands of a team: how long each part of it has, in the hours of the
 * queue.
 *
 * @param hands in whose hands the lead is
 * @param tier how urgent it is
 */
record TeamClocks(TeamPublication team, Assignment hands, Tier tier) {
  /** So many serve a queue at least whose leads go on to another of them. */
  private static final int ENOUGH = 3;

  private static final int WHOLE = 100;

  /** By what the clocks run. */
  WorkingCalendar calendar() {
    return team.team().calendarOf(hands.queue().orElse(""));
  }

  /** Sales is to accept. */
  Deadlines accept(Optional<Instant> notWorked, Instant now) {
    var within = team.team().serviceLevel(tier.word()).acceptWithin();
    var steps =
        within.stream()
            .flatMap(
                time ->
                    Stream.of(ClockStep.REMINDER, ClockStep.OVERDUE, ClockStep.REASSIGNED)
                        .filter(what -> what != ClockStep.REASSIGNED || goesOn())
                        .map(what -> step(what, part -> calendar().deadline(now, part), time)));
    return new Deadlines(
        within.map(time -> calendar().deadline(now, time)),
        Optional.empty(),
        notWorked,
        Optional.empty(),
        team.number(),
        steps.toList());
  }

  /** Whether somebody else may get it from who has it. */
  private boolean goesOn() {
    var queue = hands.queue().flatMap(team.team()::queue);
    return hands.owner().isPresent()
        && queue.map(TeamQueue::members).filter(it -> it.size() >= ENOUGH).isPresent();
  }

  /** The owner is to make contact, and to qualify it before it falls back. */
  Deadlines contact(Optional<Duration> unqualifiedAfter, Instant now) {
    var within = team.team().serviceLevel(tier.word()).contactWithin();
    var uncontacted =
        within.map(
            time -> step(ClockStep.UNCONTACTED, part -> calendar().deadline(now, part), time));
    var falls = fallBack(unqualifiedAfter, now);
    return new Deadlines(
        Optional.empty(),
        within.map(time -> calendar().deadline(now, time)),
        Optional.empty(),
        falls.notQualified(),
        team.number(),
        Stream.concat(uncontacted.stream(), falls.steps().stream()).toList());
  }

  /** It falls back so long after an instant, of which its owner is warned before. */
  Deadlines fallBack(Optional<Duration> unqualifiedAfter, Instant from) {
    var fading =
        unqualifiedAfter.map(
            time -> step(ClockStep.FADING, part -> opening(from.plus(part)), time));
    return new Deadlines(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        unqualifiedAfter.map(from::plus),
        team.number(),
        fading.stream().toList());
  }

  /** Marketing is to answer why it came back. */
  Optional<Step> answer(Instant now) {
    return team.team()
        .answerReturnWithin()
        .map(time -> step(ClockStep.UNANSWERED, part -> calendar().deadline(now, part), time));
  }

  /** An instant, or the next at which people work. */
  Instant opening(Instant at) {
    return calendar().deadline(at, Duration.ZERO);
  }

  private Step step(ClockStep what, Function<Duration, Instant> at, Duration time) {
    return new Step(what, opening(at.apply(time.multipliedBy(what.part(tier)).dividedBy(WHOLE))));
  }
}
