package dev.warmline.team;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.team.TeamQueue.Give;
import dev.warmline.team.TeamQueue.WhenAllAway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who gets a lead: its queue by the routes of the model, or where its company is known already; in
 * the queue, the colleague who has the company, else whose turn it is. Nobody is given a lead who
 * has returned it, has as many as they can take, or is away (unless the queue says {@code anyway}).
 */
public final class Routing {
  private static final int ATTEMPTS = 20;

  private final QueueStore store;

  /** Takes turns that are kept here. */
  public Routing(QueueStore store) {
    this.store = store;
  }

  /**
   * A lead that is to be given to somebody.
   *
   * @param key the lead and the number of its cycle: asked again, it gets the same answer
   * @param queue the one by the model's routes
   * @param returnedBy the ids of those who returned it, or had it and did nothing
   * @param company the {@linkplain Company#mark mark} of its company, if it goes by that
   * @param known what is known of its company
   */
  public record Asked(
      String key,
      Optional<String> queue,
      Set<String> returnedBy,
      Optional<String> company,
      Optional<KnownCompany> known) {
    public Asked {
      returnedBy = Set.copyOf(returnedBy);
    }

    /** One of whose company nothing but this is known. */
    public Asked(
        String key, Optional<String> queue, Set<String> returnedBy, Optional<KnownCompany> known) {
      this(key, queue, returnedBy, Optional.empty(), known);
    }
  }

  /**
   * What other leads of the same company tell.
   *
   * @param owner the id of who has the newest of them that sales works on
   * @param queue where that one is
   * @param isCustomer whether one of them is a customer
   */
  public record KnownCompany(Optional<String> owner, Optional<String> queue, boolean isCustomer) {}

  /**
   * Where a lead goes. Without a queue no route fits it: somebody must be told.
   *
   * @param owner empty if it is nobody's yet
   */
  public record Routed(Optional<String> queue, Optional<String> owner) {}

  /**
   * Routes a lead, and takes the turn that gives it an owner.
   *
   * @throws StoreUnavailable if the store cannot answer, or others keep taking turns meanwhile
   */
  public Routed route(Team team, Asked lead, Instant now) {
    var first = queueOf(team, lead, now);
    var way =
        first.stream()
            .flatMap(name -> way(team, name).stream())
            .map(queue -> new Here(team, queue, lead, now))
            .toList();
    return given(whereItWentFirst(way)).orElse(new Routed(first, Optional.empty()));
  }

  /** Asked again, a lead goes where it went before; a single queue tells with the turn. */
  private List<Here> whereItWentFirst(List<Here> way) {
    return way.size() < 2
        ? way
        : Stream.concat(
                way.stream()
                    .filter(Here::isGiven)
                    .filter(here -> here.holds(store.find(here.queue().name())))
                    .limit(1),
                way.stream())
            .toList();
  }

  /** A queue and those that leads go on to from there while nobody is in it. */
  private static List<TeamQueue> way(Team team, String from) {
    var way = new ArrayList<TeamQueue>();
    var next = team.queue(from);
    while (next.isPresent() && !way.contains(next.get())) {
      way.add(next.get());
      next = next.get().whenAllAway().other().flatMap(team::queue);
    }
    return way;
  }

  /**
   * The first queue that gives it an owner or leaves it to somebody who is there; else the last.
   */
  private Optional<Routed> given(List<Here> way) {
    Optional<Routed> last = Optional.empty();
    for (var here : way) {
      var owner = here.isGiven() ? taken(here) : Optional.<String>empty();
      last = Optional.of(new Routed(Optional.of(here.queue().name()), owner));
      if (owner.isPresent() || here.isOthers()) {
        return last;
      }
    }
    return last;
  }

  /** The queue of a lead, before it is seen who there has the turn. */
  private static Optional<String> queueOf(Team team, Asked lead, Instant now) {
    var customers =
        team.customers().filter(_ -> lead.known().filter(KnownCompany::isCustomer).isPresent());
    var same =
        lead.known().flatMap(KnownCompany::queue).filter(name -> serves(team, name, lead, now));
    return customers.or(() -> same).or(lead::queue);
  }

  /** Whether the colleague who has the company is there to serve a queue. */
  private static boolean serves(Team team, String name, Asked lead, Instant now) {
    return team.queue(name)
        .map(queue -> new Here(team, queue, lead, now))
        .filter(here -> here.colleague().filter(here::isThere).isPresent())
        .isPresent();
  }

  /** A lead in one of its queues. */
  private record Here(Team team, TeamQueue queue, Asked lead, Instant now) {

    /** Whether Warmline may find an owner for it. */
    boolean isGiven() {
      return !queue.ownedByCrm() && (queue.give() == Give.IN_TURN || colleague().isPresent());
    }

    /** Whether somebody else says who owns it: the CRM, or whoever takes it first. */
    boolean isOthers() {
      return queue.ownedByCrm()
          || (queue.give() == Give.FIRST_TO_TAKE
              && queue.members().stream().anyMatch(this::isThere));
    }

    Optional<String> colleague() {
      return lead.known().flatMap(KnownCompany::owner).filter(queue.members()::contains);
    }

    boolean isThere(String id) {
      return !lead.returnedBy().contains(id) && team.isPresent(id, queue.name(), now);
    }

    QueueTurns.Turn turn(QueueTurns stored) {
      var turns = holds(stored) ? stored : stored.without(lead.key());
      var members = queue.give() == Give.IN_TURN ? queue.members() : List.<String>of();
      var next = new QueueTurns.Next(lead.key(), colleague(), lead.company());
      Predicate<String> hasRoom = id -> hasRoom(turns, id);
      Predicate<String> isHere = hasRoom.and(queue.members()::contains);
      var turn = turns.allot(next, members, isHere.and(this::isThere), now);
      var last =
          turn.owner().isEmpty() && isAnyway()
              ? turns.allot(next, members, isHere.and(this::mayHave), now)
              : turn;
      return last.owner().isEmpty() ? new QueueTurns.Turn(last.owner(), stored) : last;
    }

    /**
     * Whether what was given before holds. It does not if it went elsewhere, if they let it go, if
     * a colleague has the company, or if whoever gave it to them stopped before they had it and
     * they could not be given it now.
     */
    boolean holds(QueueTurns turns) {
      return turns
          .find(lead.key())
          .filter(known -> known.open() && queue.members().contains(known.owner()))
          .filter(known -> isAnyway() ? mayHave(known.owner()) : isThere(known.owner()))
          .filter(known -> hasRoom(turns.without(lead.key()), known.owner()))
          .filter(known -> colleague().filter(it -> isBetter(it, known, turns)).isEmpty())
          .isPresent();
    }

    private boolean isBetter(String colleague, QueueTurns.Allotment known, QueueTurns turns) {
      return !colleague.equals(known.owner()) && isThere(colleague) && hasRoom(turns, colleague);
    }

    private boolean isAnyway() {
      return queue.whenAllAway() instanceof WhenAllAway.Anyway;
    }

    private boolean hasRoom(QueueTurns turns, String id) {
      return queue.capacity().map(most -> turns.open(id) < most).orElse(true);
    }

    private boolean mayHave(String id) {
      return !lead.returnedBy().contains(id);
    }
  }

  /** The owner by the turn of a queue, once it is written or nothing is to be. */
  private Optional<String> taken(Here here) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var turns = store.find(here.queue().name());
      var turn = here.turn(turns);
      if (turn.turns().equals(turns) || store.write(turn.turns())) {
        return turn.owner();
      }
    }
    throw new StoreUnavailable(
        "take a turn", new IllegalStateException("others keep taking turns: try again"));
  }
}
