package dev.warmline.lead;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts leads together from the ids in a set of events: the same answer as the live system gives,
 * whatever the order of the events.
 */
public final class ProfileGraph {
  private final Map<ProfileKey, ProfileKey> parents = new HashMap<>();
  private final Map<ProfileKey, Owner> owners = new HashMap<>();

  private record Owner(Claim claim, ProfileKey profile) {}

  /** A graph without anybody. */
  public ProfileGraph() {}

  /** The leads of these events, each with its profiles; the id is the smallest one founded. */
  public static SortedMap<LeadId, SortedSet<ProfileKey>> leadsOf(Collection<Event> events) {
    var graph = new ProfileGraph();
    events.forEach(graph::add);
    return graph.leads();
  }

  /** Takes in what an event says about who is who; the event itself is not kept. */
  public void add(Event event) {
    var naming = Naming.of(event);
    find(naming.self());
    naming.same().forEach(other -> join(naming.self(), other));
    claim(naming.claimed(), naming.self(), event);
    if (naming.self().isAnonymous()) {
      known(event).ifPresent(person -> claim(Set.of(naming.self()), person, event));
    }
  }

  /** The leads of the events so far, each with its profiles. */
  public SortedMap<LeadId, SortedSet<ProfileKey>> leads() {
    owners.forEach((anonymous, owner) -> join(anonymous, owner.profile()));
    owners.clear();
    return components();
  }

  private void claim(Set<ProfileKey> anonymous, ProfileKey by, Event event) {
    var owner = new Owner(Naming.claimOf(event), by);
    anonymous.forEach(profile -> owners.merge(profile, owner, ProfileGraph::better));
  }

  /**
   * The person that the event of a device names. Events that are collected belong to the person at
   * once; a file may keep the device as their profile.
   */
  private static Optional<ProfileKey> known(Event event) {
    return EventJson.profileOf(event.json()).map(Profile::key).filter(key -> !key.isAnonymous());
  }

  private static Owner better(Owner one, Owner other) {
    var order = one.claim().compareTo(other.claim());
    if (order == 0) {
      return one.profile().compareTo(other.profile()) <= 0 ? one : other;
    }
    return order < 0 ? one : other;
  }

  private SortedMap<LeadId, SortedSet<ProfileKey>> components() {
    var byRoot = new TreeMap<ProfileKey, SortedSet<ProfileKey>>();
    for (var profile : parents.keySet()) {
      byRoot.computeIfAbsent(root(profile), root -> new TreeSet<>()).add(profile);
    }
    var leads = new TreeMap<LeadId, SortedSet<ProfileKey>>();
    byRoot.values().forEach(profiles -> leads.put(idOf(profiles), profiles));
    return leads;
  }

  private static LeadId idOf(SortedSet<ProfileKey> profiles) {
    var known = profiles.stream().filter(profile -> !profile.isAnonymous()).toList();
    return (known.isEmpty() ? profiles : known)
        .stream().map(LeadId::foundedBy).min(LeadId::compareTo).orElseThrow();
  }

  private void join(ProfileKey one, ProfileKey other) {
    parents.put(find(one), find(other));
  }

  private ProfileKey find(ProfileKey profile) {
    parents.putIfAbsent(profile, profile);
    return root(profile);
  }

  private ProfileKey root(ProfileKey profile) {
    var current = profile;
    for (var next = parents.get(current);
        next != null && !next.equals(current);
        next = parents.get(current)) {
      current = next;
    }
    return current;
  }
}
