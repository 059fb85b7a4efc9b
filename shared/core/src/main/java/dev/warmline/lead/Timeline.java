package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose a device was when: a set of claims, of which each person, trust and day (UTC) keeps the
 * earliest, and the days the newest. However the claims arrive, the timeline is the same.
 *
 * <p>An event of the device is its person's by the latest claim at or before it; what is older than
 * every claim is the first person's. A server's claim holds until a server's next one.
 *
 * @param version grows by one with every write; 0 if it was never stored
 * @param claims at most {@link #MAX_CLAIMS}
 * @param leads the lead of each person when they claimed the device: it may have been merged since
 */
public record Timeline(long version, SortedMap<Key, Claim> claims, Map<ProfileKey, LeadId> leads) {
  /** The most claims that a timeline keeps. */
  public static final int MAX_CLAIMS = 100;

  /** A device of more persons is nobody's. */
  public static final int MAX_PERSONS = 20;

  /** Of a device that nobody has claimed. */
  public static final Timeline EMPTY = new Timeline(0, new TreeMap<>(), Map.of());

  /** What is told apart: the same person says a thing every day, and it is the same thing. */
  public record Key(LocalDate day, ProfileKey person, Trust trust) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::day).thenComparing(Key::person).thenComparing(Key::trust);

    /** What a claim is kept under. */
    public static Key of(Claim claim) {
      return new Key(
          LocalDate.ofInstant(claim.occurredAt(), ZoneOffset.UTC), claim.person(), claim.trust());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** How sure a device is somebody's: a server's word, then the newest comes first. */
  record Rank(Trust trust, Instant newest) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER =
        Comparator.comparing(Rank::trust).thenComparing(Rank::newest, Comparator.reverseOrder());

    Rank joined(Rank other) {
      return new Rank(
          trust.compareTo(other.trust) <= 0 ? trust : other.trust,
          newest.isAfter(other.newest) ? newest : other.newest);
    }

    @Override
    public int compareTo(Rank other) {
      return ORDER.compare(this, other);
    }
  }

  private record Segment(Claim claim, Instant from, Instant until) {}

  public Timeline {
    claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
    leads = Collections.unmodifiableMap(new TreeMap<>(leads));
  }

  /** A timeline of these claims, as it is stored. */
  public static Timeline of(long version, Collection<Claim> claims, Map<ProfileKey, LeadId> leads) {
    var keyed = new TreeMap<Key, Claim>();
    claims.forEach(claim -> keyed.merge(Key.of(claim), claim, Claim::earlier));
    return new Timeline(version, keyed, leads);
  }

  /**
   * The timeline with one more claim, of a person of this lead; itself if that says nothing new.
   */
  public Timeline with(Claim claim, LeadId lead) {
    var known = claims.get(Key.of(claim));
    if (known != null && known.isFirst(claim)) {
      return this;
    }
    var all = new TreeMap<>(claims);
    all.put(Key.of(claim), claim);
    while (all.size() > MAX_CLAIMS) {
      all.pollFirstEntry();
    }
    if (all.equals(claims)) {
      return this;
    }
    var its = new HashMap<>(leads);
    its.put(claim.person(), lead);
    its.keySet().retainAll(all.keySet().stream().map(Key::person).collect(Collectors.toSet()));
    return new Timeline(version, all, its);
  }

  /** The same with a person in another lead, as the next version; empty if they are not in it. */
  Optional<Timeline> moved(ProfileKey person, LeadId lead) {
    if (!leads.containsKey(person)) {
      return Optional.empty();
    }
    var known = new HashMap<>(leads);
    known.put(person, lead);
    return Optional.of(new Timeline(version, claims, known).next());
  }

  /**
   * The same with somebody who never was in the place of each person who was erased, as the next
   * version: what was theirs does not fall to others. Empty if none of them is in it.
   *
   * @param nobodies who stands for whom, in the lead that is gone
   */
  public Optional<Timeline> forgotten(Map<ProfileKey, ProfileKey> nobodies, LeadId gone) {
    var kept = new ArrayList<Claim>();
    var known = new HashMap<>(leads);
    for (var claim : claims.values()) {
      var nobody = nobodies.get(claim.person());
      if (nobody != null) {
        known.remove(claim.person());
        known.put(nobody, gone);
      }
      kept.add(nobody == null ? claim : new Claim(nobody, claim.trust(), claim.occurredAt(), ""));
    }
    return known.equals(leads) ? Optional.empty() : Optional.of(of(version + 1, kept, known));
  }

  /** The persons who claimed it. */
  public Set<ProfileKey> persons() {
    return claims.keySet().stream().map(Key::person).collect(Collectors.toSet());
  }

  /** The same, to be stored as the next version. */
  Timeline next() {
    return new Timeline(version + 1, claims, leads);
  }

  /** Whether so many persons use the device that nobody can say whose its events are. */
  public boolean isShared() {
    return claims.keySet().stream().map(Key::person).distinct().count() > MAX_PERSONS;
  }

  /** Whose an event of the device at this instant is; nobody's if it is unclaimed or shared. */
  public Optional<ProfileKey> ownerAt(Instant at) {
    return segments().stream()
        .filter(segment -> !at.isBefore(segment.from()) && at.isBefore(segment.until()))
        .map(segment -> segment.claim().person())
        .findFirst();
  }

  /** Whose it is since it changed hands last. */
  Optional<ProfileKey> last() {
    return ownerAt(Instant.MAX.minusNanos(1));
  }

  /** When the device was one of these persons', if it ever was. */
  public Optional<Possession> of(Collection<ProfileKey> persons) {
    return persons.stream().distinct().flatMap(this::of).reduce(Possession::joined);
  }

  /** How sure the device is these persons'. */
  Rank rank(Set<ProfileKey> persons) {
    return claims.values().stream()
        .filter(claim -> persons.contains(claim.person()))
        .map(claim -> new Rank(claim.trust(), claim.occurredAt()))
        .reduce(new Rank(Trust.BROWSER, Instant.MIN), Rank::joined);
  }

  /** Who has the device at other times now than by another timeline. */
  List<ProfileKey> differing(Timeline other) {
    return Stream.concat(claims.values().stream(), other.claims.values().stream())
        .map(Claim::person)
        .distinct()
        .filter(person -> !of(List.of(person)).equals(other.of(List.of(person))))
        .toList();
  }

  private Stream<Possession> of(ProfileKey person) {
    return segments().stream()
        .filter(segment -> segment.claim().person().equals(person))
        .map(segment -> new Possession(List.of(new Stretch(segment.from(), segment.until()))));
  }

  /** From one change of hands to the next. */
  private List<Segment> segments() {
    var segments = new ArrayList<Segment>();
    var inForce = isShared() ? List.<Claim>of() : inForce();
    for (var i = 0; i < inForce.size(); i++) {
      var from = i == 0 ? Instant.MIN : inForce.get(i).occurredAt();
      var until = i + 1 == inForce.size() ? Instant.MAX : inForce.get(i + 1).occurredAt();
      segments.add(new Segment(inForce.get(i), from, until));
    }
    return segments;
  }

  /** The claims that change hands: a browser's only before a server's. */
  private List<Claim> inForce() {
    var inForce = new ArrayList<Claim>();
    var isByServer = false;
    for (var claim : claims.values().stream().sorted(Claim.EARLIEST).toList()) {
      isByServer |= claim.trust() == Trust.SERVER;
      if (!isByServer || claim.trust() == Trust.SERVER) {
        handOver(inForce, claim);
      }
    }
    return inForce;
  }

  /** Of one instant the last one counts, but the very first claim says whose the past was. */
  private static void handOver(List<Claim> inForce, Claim claim) {
    if (inForce.size() > 1 && inForce.getLast().occurredAt().equals(claim.occurredAt())) {
      inForce.removeLast();
    }
    if (inForce.isEmpty() || !inForce.getLast().person().equals(claim.person())) {
      inForce.add(claim);
    }
  }
}
