package dev.warmline.lead;

import dev.warmline.event.EventJson;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.score.Scorecard;
import dev.warmline.team.TeamQueue;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whose a lead becomes of whom sales hears, where there is a team: the stage machine leaves that
 * open. The time to accept is that of the hands it comes into.
 *
 * @param hands finds them, and gives them again if it is asked again
 * @param cycles the records of the lead's cycles: nobody gets it who returned it
 */
record InHands(
    LeadId lead,
    Scorecard card,
    Terms terms,
    Hands hands,
    Instant now,
    Supplier<List<CycleRecord>> cycles) {
  /** In the details of an assignment: who had it before. */
  private static final String FROM = "from";

  /** The standing that an act led to, with an owner if one is to be had. */
  Standing of(Standing before, Standing next, Done done) {
    var isNew = !before.isWithSales() || before.cycle() != next.cycle();
    if (!next.isWithSales() || (!isNew && before.assignment().equals(next.assignment()))) {
      return next;
    }
    var hands = isOpen(next, done.act()) ? given(before, next, done, isNew) : queued(next);
    var in = next.with(hands);
    return in.place() == Standing.Place.ANNOUNCED
        ? in.with(in.deadlines().acceptedBy(terms.announced(hands, Terms.tier(card), now)))
        : in;
  }

  /**
   * Whether it is nobody's. The CRM knows whose it is that it imports; who was to get it again on a
   * day may be away on it.
   */
  private boolean isOpen(Standing next, Act act) {
    return switch (act) {
      case Act.Imported _ -> false;
      case Act.Resumed _ -> next.owner().filter(id -> isThere(id, next)).isEmpty();
      case Act _ -> next.owner().isEmpty();
    };
  }

  private boolean isThere(String id, Standing next) {
    var queue = next.assignment().queue().orElse("");
    return terms.team().filter(it -> it.team().isPresent(id, queue, now)).isPresent();
  }

  /** Where an act sent it, it stays; what is new goes where its company is known. */
  private Assignment given(Standing before, Standing next, Done done, boolean isNew) {
    var refused = refused(next.cycle());
    if (!isNew) {
      before.owner().ifPresent(refused::add);
      done.actor().person().filter(_ -> done.act() instanceof Act.Returned).ifPresent(refused::add);
    }
    return hands.give(
        new Wanted(
            lead,
            next.cycle(),
            next.assignment().queue(),
            refused,
            Optional.of(card.traits()).filter(_ -> isNew)));
  }

  /** The hands of a colleague of whoever has it and did nothing, if there is one. */
  Optional<Assignment> next(Standing standing) {
    if (standing.place() != Standing.Place.ANNOUNCED || standing.owner().isEmpty()) {
      return Optional.empty();
    }
    return another(standing);
  }

  /** Whose turn it is with one that nobody could be given when sales was told of it. */
  Optional<Assignment> turn(Standing standing) {
    var queue =
        standing
            .assignment()
            .queue()
            .flatMap(name -> terms.team().flatMap(it -> it.team().queue(name)))
            .filter(TeamQueue::isGivenInTurn);
    return queue.isEmpty()
            || standing.place() != Standing.Place.ANNOUNCED
            || standing.owner().isPresent()
        ? Optional.empty()
        : another(standing);
  }

  /** The product passes it on to them, and says who had it before. */
  Done passed(Standing standing, Assignment to) {
    var details = EventJson.newObject();
    standing.owner().ifPresent(from -> details.put(FROM, from));
    to.queue().ifPresent(queue -> details.put("queue", queue));
    to.owner().ifPresent(owner -> details.put("owner", owner));
    return Done.byWarmline(new Act.Assigned(to), now).with(details);
  }

  private Optional<Assignment> another(Standing standing) {
    var refused = refused(standing.cycle());
    standing.owner().ifPresent(refused::add);
    var queue = standing.assignment().queue();
    var wanted = new Wanted(lead, standing.cycle(), queue, refused, Optional.empty());
    return Optional.of(hands.give(wanted)).filter(it -> it.owner().isPresent());
  }

  /** A lead of sales is in a queue, whoever has it. */
  private Assignment queued(Standing next) {
    var now = next.assignment();
    return new Assignment(now.queue().or(() -> terms.routed(card).queue()), now.owner());
  }

  /** Who returned it, ever, or had it in this cycle and did nothing. */
  private Set<String> refused(int number) {
    var refused = new HashSet<String>();
    var returned = new Act.Returned(Act.Cause.of("")).word();
    for (var cycle : cycles.get()) {
      cycle.marks().stream()
          .filter(mark -> mark.act().equals(returned))
          .map(Mark::by)
          .forEach(refused::add);
      cycle.marks().stream()
          .filter(_ -> cycle.number() == number)
          .flatMap(mark -> Optional.ofNullable(mark.details().path(FROM).textValue()).stream())
          .forEach(refused::add);
    }
    return refused;
  }
}
