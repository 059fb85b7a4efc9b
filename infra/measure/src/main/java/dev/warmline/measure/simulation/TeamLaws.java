package dev.warmline.measure.simulation;

import dev.warmline.lead.Act;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.LastAct;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Wanted;
import dev.warmline.measure.simulation.Rota.Held;
import dev.warmline.measure.simulation.Rota.Turn;
import dev.warmline.team.Team;
import dev.warmline.team.TeamQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws of whose leads are, where there is a team. */
final class TeamLaws {
  /** What is done now was begun, and its team looked up, no longer ago. */
  static final Duration BEGUN = Instance.TIMEOUT.plusSeconds(15);

  private TeamLaws() {}

  /** Each lead of sales is in a queue that there is, and of nobody who is gone. */
  static List<String> unowned(Aftermath evidence) {
    var teams = evidence.rota().teams();
    if (teams.isEmpty()) {
      return List.of();
    }
    var team = teams.getLast().team();
    return evidence.living().stream()
        .filter(lead -> lead.standing().isWithSales())
        .filter(lead -> !isKnown(team, lead.standing().assignment()))
        .map(lead -> lead.id() + " is in the hands " + lead.standing().assignment())
        .toList();
  }

  private static boolean isKnown(Team team, Assignment hands) {
    return hands.queue().flatMap(team::queue).isPresent()
        && hands.owner().filter(team.leaves()::containsKey).isEmpty();
  }

  /** What the queues count is what the leads say. */
  static List<String> miscounted(Aftermath evidence) {
    if (evidence.rota().teams().isEmpty()) {
      return List.of();
    }
    var counted =
        evidence.places().stream()
            .flatMap(
                turns ->
                    turns.allotments().stream()
                        .filter(given -> given.open())
                        .map(it -> turns.queue() + ": " + it.key() + " is " + it.owner() + "'s"))
            .collect(Collectors.toCollection(TreeSet::new));
    var said =
        evidence.living().stream()
            .filter(lead -> lead.standing().isWithSales())
            .flatMap(lead -> place(lead).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return counted.equals(said)
        ? List.of()
        : List.of("counted are " + counted + ", and the leads say " + said);
  }

  private static Optional<String> place(Lead lead) {
    var hands = lead.standing().assignment();
    var key = Wanted.key(lead.id(), lead.standing().cycle());
    return hands
        .queue()
        .flatMap(queue -> hands.owner().map(owner -> queue + ": " + key + " is " + owner + "'s"));
  }

  /** Nobody is given what they may not have, but by an act of a person. */
  static List<String> wronglyGiven(Aftermath evidence) {
    return evidence.rota().teams().isEmpty()
        ? List.of()
        : evidence
            .rota()
            .all()
            .filter(held -> isGiven(evidence, held))
            .flatMap(held -> wrong(evidence, held).map(why -> words(held) + ", who " + why))
            .toList();
  }

  private static String words(Held held) {
    return held.lead() + " was given at " + held.at() + " to " + held.now().assignment();
  }

  private static boolean isGiven(Aftermath evidence, Held held) {
    var had = held.sameCycle().flatMap(it -> it.owner());
    var has = held.now().owner();
    return held.now().isWithSales()
        && has.isPresent()
        && !has.equals(had)
        && !isUndone(evidence, held)
        && !isBy(evidence, held, mark -> names(mark, has.get()));
  }

  private static boolean names(CycleRecord.Mark mark, String owner) {
    return switch (mark.act()) {
      case "assigned" -> mark.details().path("owner").asText().equals(owner);
      case "returned" -> false;
      default -> mark.by().equals(owner);
    };
  }

  /** Whether a person's act of this kind led to what was written: one write may hold several. */
  static boolean isBy(Aftermath evidence, Held held, Predicate<CycleRecord.Mark> kind) {
    var before = held.before().flatMap(it -> it.lastAct()).map(LastAct::at);
    var last = held.now().lastAct().map(LastAct::at).orElse(Instant.MIN);
    return !held.now().lastAct().equals(held.before().flatMap(it -> it.lastAct()))
        && marks(evidence, held.lead())
            .filter(it -> it.at().equals(last) || isWithin(it.at(), before, last))
            .anyMatch(kind);
  }

  private static boolean isWithin(Instant at, Optional<Instant> after, Instant until) {
    return after.stream().allMatch(at::isAfter) && !at.isAfter(until);
  }

  /** What was done with a lead, as the records of its cycles have it. */
  static Stream<CycleRecord.Mark> marks(Aftermath evidence, LeadId lead) {
    return evidence.cycles().stream()
        .filter(cycle -> cycle.lead().equals(lead))
        .flatMap(cycle -> cycle.told().marks().stream());
  }

  /** Whether somebody took their act back; one that left the stage is a line of history alone. */
  static boolean isUndone(Aftermath evidence, Held held) {
    var undone = new Act.Undone().word();
    var number = held.now().position().entries();
    var isNewLine = held.before().filter(it -> it.position().entries() == number).isEmpty();
    return isBy(evidence, held, mark -> mark.act().equals(undone))
        || evidence.history(held.lead()).stream()
            .anyMatch(it -> isNewLine && it.number() == number && it.why().equals(undone));
  }

  private static Stream<String> wrong(Aftermath evidence, Held held) {
    var owner = held.now().owner().orElseThrow();
    var key = Wanted.key(held.lead(), held.now().cycle());
    var turn = evidence.rota().turn(key, owner, held.at());
    var at = turn.map(Turn::at).orElse(held.at());
    var teams = evidence.rota().teams(at.minus(BEGUN), at);
    var queue = held.now().assignment().queue().orElse("");
    var wrong = new ArrayList<String>();
    if (teams.stream().noneMatch(team -> mayBeThere(team, owner, queue, at))) {
      wrong.add("is away");
    }
    if (!isPromised(held, owner)) {
      turn.filter(it -> teams.stream().noneMatch(team -> it.open() <= capacity(team, it.queue())))
          .ifPresent(it -> wrong.add("has " + it.open()));
      returned(evidence, held, owner).ifPresent(mark -> wrong.add("returned it at " + mark.at()));
    }
    return wrong.stream();
  }

  private static boolean mayBeThere(Team team, String owner, String queue, Instant at) {
    return team.isPresent(owner, queue, at)
        || team.isPresent(owner, queue, at.minus(BEGUN))
        || team.queue(queue)
            .filter(it -> it.whenAllAway() instanceof TeamQueue.WhenAllAway.Anyway)
            .isPresent();
  }

  private static int capacity(Team team, String queue) {
    return team.queue(queue).flatMap(TeamQueue::capacity).orElse(Integer.MAX_VALUE);
  }

  private static boolean isPromised(Held held, String owner) {
    return held.before()
        .flatMap(it -> it.givenBack())
        .flatMap(it -> it.again().owner())
        .filter(owner::equals)
        .isPresent();
  }

  private static Optional<CycleRecord.Mark> returned(Aftermath evidence, Held held, String owner) {
    return marks(evidence, held.lead())
        .filter(mark -> mark.act().equals("returned") && mark.by().equals(owner))
        .filter(mark -> mark.at().isBefore(held.at().minus(BEGUN)))
        .findFirst();
  }
}
