package dev.warmline.usecase;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Act;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.Done;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Standing;
import dev.warmline.lead.Wanted;
import dev.warmline.team.QueueStore;
import dev.warmline.team.QueueTurns;
import dev.warmline.team.QueueTurns.Allotment;
import dev.warmline.team.Routing;
import dev.warmline.team.Routing.Asked;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who works which lead, by the team in force, and how many everybody has. A place is taken before
 * the lead is written and freed after it was: whatever stops in between leaves one place too many
 * taken, which {@link #recount} finds, because the lead itself says whose it is.
 */
public final class Owners {
  /** Whoever takes a place has written the lead by then, or never will. */
  static final Duration WRITTEN = Duration.ofMinutes(10);

  private static final int ATTEMPTS = 50;

  private final Teams teams;
  private final QueueStore queues;
  private final LeadStore leads;
  private final Routing routing;
  private final Unowned unowned;

  /** Hears of leads that nobody was found for. */
  @FunctionalInterface
  public interface Unowned {

    /** Sales was told of a lead that is nobody's; it lies in a queue. */
    void found(LeadId lead, String why, Instant now);
  }

  /** Works on these ports. */
  public Owners(Teams teams, QueueStore queues, LeadStore leads, Unowned unowned) {
    this.teams = teams;
    this.queues = queues;
    this.leads = leads;
    this.routing = new Routing(queues);
    this.unowned = unowned;
  }

  /** Where there is no team. */
  public static Owners none(LeadStore leads) {
    return new Owners(_ -> Optional.empty(), new NoQueues(), leads, (_, _, _) -> {});
  }

  /** A place in a queue that a lead takes. */
  private record Place(String queue, String key, String owner) {
    boolean isSame(Place other) {
      return queue.equals(other.queue()) && key.equals(other.key());
    }
  }

  /** The team in force, if there is one. */
  Optional<TeamPublication> team(Instant now) {
    return teams.current(now);
  }

  /** Finds the hands for a lead, and takes the turn that gives it an owner. */
  Assignment give(TeamPublication team, Wanted wanted, CompanyLeads company, Instant now) {
    var all = team.team().queues();
    var queue = wanted.queue().or(() -> all.keySet().stream().findFirst());
    var mark = wanted.traits().flatMap(_ -> company.mark());
    var known = wanted.traits().flatMap(_ -> company.known());
    var asked = new Asked(wanted.key(), queue, wanted.refused(), mark, known);
    var routed = routing.route(team.team(), asked, now);
    return new Assignment(routed.queue(), routed.owner());
  }

  /** Says that a lead which sales is told of is nobody's though Warmline was to find somebody. */
  void miss(TeamPublication team, Wanted wanted, Assignment given, Instant now) {
    var queue = given.queue().flatMap(team.team()::queue);
    if (wanted.queue().isEmpty()) {
      unowned.found(wanted.lead(), "no route fits", now);
    } else if (queue.isEmpty()) {
      unowned.found(wanted.lead(), "the team has no queue " + given.queue().orElse(""), now);
    } else if (given.owner().isEmpty() && queue.get().isGivenInTurn()) {
      unowned.found(wanted.lead(), "nobody of " + queue.get().name() + " can take it", now);
    }
  }

  /** Takes the place that a lead will have, unless it has it already. */
  void take(LeadId lead, Standing before, Standing after, Instant now) {
    var place = place(lead, after);
    if (!place(lead, before).equals(place)) {
      place.ifPresent(it -> change(it.queue(), turns -> turns.assigned(it.key(), it.owner(), now)));
    }
  }

  /** A place that a lead is about to leave. */
  record Leaving(String queue, Allotment seen) {}

  /**
   * The places that a lead has, or was given on the way, and will have no more. They are looked at
   * before the lead is written: once it is, somebody else may be given the same ones.
   */
  List<Leaving> leaving(Lead before, List<Assignment> given, Standing after) {
    var kept = place(before.id(), after);
    return Stream.concat(
            place(before.id(), before.standing()).stream(),
            given.stream().flatMap(it -> place(before.id(), after.cycle(), it).stream()))
        .filter(place -> kept.filter(place::isSame).isEmpty())
        .flatMap(place -> seen(place).stream())
        .toList();
  }

  private Optional<Leaving> seen(Place place) {
    return queues
        .find(place.queue())
        .find(place.key())
        .filter(it -> it.open() && it.owner().equals(place.owner()))
        .map(it -> new Leaving(place.queue(), it));
  }

  /** Frees places, unless they were given again since they were seen. */
  void free(List<Leaving> places) {
    places.forEach(it -> change(it.queue(), turns -> turns.closed(it.seen())));
  }

  private static Optional<Place> place(LeadId lead, Standing standing) {
    return standing.isWithSales()
        ? place(lead, standing.cycle(), standing.assignment())
        : Optional.empty();
  }

  private static Optional<Place> place(LeadId lead, int cycle, Assignment hands) {
    var key = Wanted.key(lead, cycle);
    return hands.queue().flatMap(queue -> hands.owner().map(owner -> new Place(queue, key, owner)));
  }

  /**
   * Makes the places of the queues of the team those of the leads: who crashed left some that
   * nobody has. What was given in the last minutes is left alone, its lead may not be written yet.
   */
  public void recount(Instant now) {
    team(now).ifPresent(team -> team.team().queues().keySet().forEach(it -> recount(it, now)));
  }

  private void recount(String queue, Instant now) {
    for (var given : queues.find(queue).allotments()) {
      if (given.open() && given.at().plus(WRITTEN).isBefore(now)) {
        var has = holder(queue, given);
        if (!has.equals(Optional.of(given.owner()))) {
          change(queue, turns -> mended(turns, given, has));
        }
      }
    }
  }

  private static QueueTurns mended(QueueTurns turns, Allotment wrong, Optional<String> has) {
    return turns.find(wrong.key()).filter(wrong::equals).isEmpty()
        ? turns
        : has.map(owner -> turns.assigned(wrong.key(), owner, wrong.at()))
            .orElseGet(() -> turns.closed(wrong.key()));
  }

  /**
   * A lead of somebody who is gone from the team.
   *
   * @param act the act that gives it to the queue that the team file names
   */
  record Left(LeadId lead, Done act) {}

  /** The open leads of those who are gone, as far as the team file says who gets them. */
  List<Left> left(Instant now) {
    return team(now).stream().flatMap(it -> left(it, now)).toList();
  }

  private Stream<Left> left(TeamPublication team, Instant now) {
    var leaves = team.team().leaves();
    return leaves.isEmpty()
        ? Stream.empty()
        : team.team().queues().keySet().stream()
            .flatMap(queue -> queues.find(queue).allotments().stream())
            .filter(given -> given.open() && leaves.containsKey(given.owner()))
            .flatMap(given -> left(team, given, now).stream());
  }

  private static Optional<Left> left(TeamPublication team, Allotment given, Instant now) {
    var queue = Optional.ofNullable(team.team().leaves().get(given.owner()));
    var id = "left/" + team.number() + "/" + given.key();
    var act = new Act.Assigned(new Assignment(queue, Optional.empty()));
    return lead(given).map(lead -> new Left(lead, Done.byPace(id, act, now)));
  }

  /** Leads that nobody could be given, where somebody has a place for them now. */
  List<LeadId> unowned(Instant now) {
    return team(now).stream()
        .flatMap(it -> it.team().queues().values().stream())
        .flatMap(queue -> new LeadsWithoutOwner(queues, leads).in(queue).stream())
        .toList();
  }

  private static Optional<LeadId> lead(Allotment given) {
    return LeadId.parse(given.key().split("#", 2)[0]);
  }

  /** Who has the lead of an allotment in this queue, as the lead says. */
  private Optional<String> holder(String queue, Allotment given) {
    return lead(given)
        .flatMap(leads::findLead)
        .filter(it -> !it.isTombstone())
        .flatMap(it -> place(it.id(), it.standing()))
        .filter(it -> it.queue().equals(queue) && it.key().equals(given.key()))
        .map(Place::owner);
  }

  /** Whether anybody ever said that they spoke with a lead of a queue. */
  boolean recordContacts(String queue) {
    return queues.find(queue).recordsContacts();
  }

  /** Somebody said that they spoke with a lead of a queue. */
  void contacted(String queue) {
    change(queue, QueueTurns::contacted);
  }

  private void change(String queue, UnaryOperator<QueueTurns> change) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var turns = queues.find(queue);
      var next = change.apply(turns);
      if (next.equals(turns) || queues.write(next)) {
        return;
      }
    }
    throw new StoreUnavailable(
        "count what everybody has", new IllegalStateException("others keep counting: try again"));
  }

  /** Nobody takes turns. */
  private static final class NoQueues implements QueueStore {
    @Override
    public QueueTurns find(String queue) {
      return QueueTurns.none(queue);
    }

    @Override
    public boolean write(QueueTurns turns) {
      throw new IllegalStateException("there is no team that takes turns");
    }
  }
}
