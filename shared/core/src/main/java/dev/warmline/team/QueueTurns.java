package dev.warmline.team;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whose turn it is in a queue, and who was given what. Who waits longest for a lead is next:
 * whoever was away is so once, not for everything that was missed.
 *
 * @param queue its name
 * @param version 0 before it is stored, one more with every write
 * @param turn how many turns there were
 * @param takers by the id of a person, the members at the last turn
 * @param allotments the older first: all that are open, and the newest {@value #REMEMBERED}
 * @param recordsContacts whether anybody ever said that they spoke with a lead of the queue
 */
public record QueueTurns(
    String queue,
    long version,
    long turn,
    Map<String, Taker> takers,
    List<Allotment> allotments,
    boolean recordsContacts) {
  /** How many allotments are remembered that are no longer open. */
  public static final int REMEMBERED = 200;

  /** The most open leads that a member may have by a capacity. */
  public static final int MOST_OPEN_EACH = 100;

  /** The most allotments; beyond it the oldest are forgotten though they are open. */
  public static final int MOST = 5_000;

  /**
   * Somebody who takes turns.
   *
   * @param given in how many turns; a new member begins with the average
   * @param last the number of the latest of them; a new member begins in the middle
   */
  public record Taker(long given, long last) {}

  /**
   * Who got which lead.
   *
   * @param key the lead and the number of its cycle; for another owner in the same cycle, another
   * @param open whether the owner has it to work on
   * @param at when the owner got it
   * @param company the {@linkplain Company#mark mark} of its company, if it is known by one
   */
  public record Allotment(
      String key, String owner, boolean open, Instant at, Optional<String> company) {
    private Allotment closed() {
      return new Allotment(key, owner, false, at, company);
    }

    /** Never at the same second as the one before: they are told apart by it. */
    private Allotment after(Allotment before) {
      var least = before.at().plusSeconds(1);
      return at.isBefore(least) ? new Allotment(key, owner, open, least, company) : this;
    }
  }

  /**
   * What a turn gave.
   *
   * @param owner empty if nobody may be given it now
   * @param turns as they are to be stored; the same as before if nothing is to be
   */
  public record Turn(Optional<String> owner, QueueTurns turns) {}

  /**
   * A lead that is to be given to a member.
   *
   * @param colleague who has leads of the same company, and gets this one if they may: that is no
   *     turn
   * @param company the mark of its company: who was given the newest of it is such a colleague,
   *     though that lead may not be written yet
   */
  public record Next(String key, Optional<String> colleague, Optional<String> company) {}

  public QueueTurns {
    takers = Collections.unmodifiableMap(new TreeMap<>(takers));
    allotments = List.copyOf(allotments);
  }

  /** The turns of a queue in which there were none. */
  public static QueueTurns none(String queue) {
    return new QueueTurns(queue, 0, 0, Map.of(), List.of(), false);
  }

  /** Gives a lead to a member; the same key gets the same answer as long as it is remembered. */
  public Turn allot(Next lead, List<String> members, Predicate<String> may, Instant now) {
    var key = lead.key();
    var known = find(key).map(Allotment::owner);
    if (known.isPresent()) {
      return new Turn(known, given(lead, known.get(), now));
    }
    var by = lead.colleague().or(() -> colleague(lead.company())).filter(may);
    return by.isPresent()
        ? new Turn(by, given(lead, by.get(), now))
        : among(members)
            .next(members, may)
            .map(it -> new Turn(Optional.of(it), among(members).taken(it).given(lead, it, now)))
            .orElseGet(() -> new Turn(Optional.empty(), this));
  }

  /** Who has the newest lead of a company that was given here. */
  private Optional<String> colleague(Optional<String> company) {
    return allotments.stream()
        .filter(it -> it.open() && company.isPresent() && it.company().equals(company))
        .reduce((older, newer) -> newer)
        .map(Allotment::owner);
  }

  private QueueTurns given(Next lead, String owner, Instant now) {
    return assigned(new Allotment(lead.key(), owner, true, now, lead.company()));
  }

  private Optional<String> next(List<String> members, Predicate<String> may) {
    return members.stream().filter(may).min(Comparator.comparingLong(it -> taker(it).last()));
  }

  /**
   * A person has a lead from now on, whatever turn it is: by an act, or because they took it first.
   */
  public QueueTurns assigned(String key, String owner, Instant now) {
    return assigned(new Allotment(key, owner, true, now, find(key).flatMap(Allotment::company)));
  }

  private QueueTurns assigned(Allotment one) {
    var others = without(one.key()).allotments().stream();
    return keeping(
        Stream.concat(others, Stream.of(find(one.key()).map(one::after).orElse(one))).toList());
  }

  /** Somebody said that they spoke with a lead. Doing it twice changes nothing. */
  public QueueTurns contacted() {
    return recordsContacts ? this : new QueueTurns(queue, version, turn, takers, allotments, true);
  }

  /** As if the lead had never been given to anybody here. */
  public QueueTurns without(String key) {
    var others = allotments.stream().filter(it -> !it.key().equals(key)).toList();
    return new QueueTurns(queue, version, turn, takers, others, recordsContacts);
  }

  /** A lead is no longer its owner's to work on. Doing it twice changes nothing. */
  public QueueTurns closed(String key) {
    return find(key).filter(Allotment::open).isEmpty()
        ? this
        : keeping(allotments.stream().map(it -> it.key().equals(key) ? it.closed() : it).toList());
  }

  /** The same, unless the lead was given again since. */
  public QueueTurns closed(Allotment seen) {
    return find(seen.key()).filter(seen::equals).isPresent() ? closed(seen.key()) : this;
  }

  /** Who was given a lead, as long as it is remembered. */
  public Optional<Allotment> find(String key) {
    return allotments.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  /** How many leads of this queue a person has to work on. */
  public int open(String person) {
    return (int) allotments.stream().filter(it -> it.open() && it.owner().equals(person)).count();
  }

  /** How many more leads the members can have; empty if there is no limit. */
  public Optional<Integer> free(TeamQueue of) {
    return of.capacity()
        .map(most -> of.members().stream().mapToInt(it -> Math.max(0, most - open(it))).sum());
  }

  /** The same, as it is stored after a write. */
  public QueueTurns stored() {
    return new QueueTurns(queue, version + 1, turn, takers, allotments, recordsContacts);
  }

  /** With these members and no others; who is new begins with what the others have on average. */
  private QueueTurns among(List<String> members) {
    var old = members.stream().filter(takers::containsKey).map(this::taker).toList();
    var average =
        new Taker(
            Math.round(old.stream().mapToLong(Taker::given).average().orElse(0)),
            Math.round(old.stream().mapToLong(Taker::last).average().orElse((double) turn)));
    var all = new HashMap<String, Taker>();
    members.forEach(member -> all.put(member, takers.getOrDefault(member, average)));
    return new QueueTurns(queue, version, turn, all, allotments, recordsContacts);
  }

  private QueueTurns taken(String owner) {
    var all = new HashMap<>(takers);
    all.put(owner, new Taker(taker(owner).given() + 1, turn + 1));
    return new QueueTurns(queue, version, turn + 1, all, allotments, recordsContacts);
  }

  /** Without what is closed and long ago, so that it stays small enough to be stored. */
  private QueueTurns keeping(List<Allotment> all) {
    var newest = all.size() - REMEMBERED;
    var kept =
        IntStream.range(0, all.size())
            .filter(place -> place >= newest || all.get(place).open())
            .mapToObj(all::get)
            .toList();
    var most = kept.subList(Math.max(0, kept.size() - MOST), kept.size());
    return new QueueTurns(queue, version, turn, takers, most, recordsContacts);
  }

  private Taker taker(String member) {
    return takers.getOrDefault(member, new Taker(0, 0));
  }
}
