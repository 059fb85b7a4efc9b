package dev.warmline.lead;

import dev.warmline.event.Event;
import dev.warmline.event.ProfileKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts leads together from the ids in a set of events, by what {@link Whose} does with stored ones:
 * the same answer as the live system gives, whatever the order of the events.
 */
public final class ProfileGraph {
  private final Predicate<Event> looksAt;
  private final Map<ProfileKey, ProfileKey> parents = new HashMap<>();
  private final Map<ProfileKey, Claim> addresses = new HashMap<>();
  private final Map<ProfileKey, Timeline> timelines = new HashMap<>();
  private final Set<ProfileKey> devices = new HashSet<>();

  /** A graph without anybody, for a model that looks at some events. */
  public ProfileGraph(Predicate<Event> looksAt) {
    this.looksAt = looksAt;
  }

  /** The leads of these events; the id is that of the smallest person, or of the device. */
  public static SortedMap<LeadId, Identity> leadsOf(
      Collection<Event> events, Predicate<Event> looksAt) {
    var graph = new ProfileGraph(looksAt);
    events.forEach(graph::add);
    return graph.leads();
  }

  /** Takes in what an event says about who is who; the event itself is not kept. */
  public void add(Event event) {
    var profile = event.profile().key();
    if (profile.isAnonymous()) {
      devices.add(profile);
    } else {
      find(profile);
    }
    Naming.of(event).filter(_ -> looksAt.test(event)).ifPresent(this::add);
  }

  private void add(Naming naming) {
    var claim = naming.claim();
    find(claim.person());
    naming.same().forEach(same -> join(claim.person(), same));
    naming.addresses().forEach(address -> addresses.merge(address, claim, Claim::earlier));
    for (var device : naming.devices()) {
      var timeline = timeline(device);
      timelines.put(device, timeline.with(claim, LeadId.unstored(claim.person())));
    }
  }

  /** The leads of the events so far; what nobody has claimed is a lead of its own. */
  public SortedMap<LeadId, Identity> leads() {
    addresses.forEach((address, claim) -> join(address, claim.person()));
    var identities = new HashMap<ProfileKey, Identity>();
    for (var persons : components()) {
      var identity = Identity.of(new TreeSet<>(persons), new TreeMap<>());
      persons.forEach(person -> identities.put(person, identity));
    }
    timelines.forEach((device, timeline) -> share(device, timeline, identities));
    var leads = new TreeMap<LeadId, Identity>();
    for (var identity : Set.copyOf(identities.values())) {
      leads.put(LeadId.unstored(identity.persons().first()), identity.limited(this::timeline));
    }
    devices.stream()
        .filter(device -> !timelines.containsKey(device))
        .forEach(device -> leads.put(LeadId.unstored(device), Identity.ofStranger(device)));
    return leads;
  }

  private Timeline timeline(ProfileKey device) {
    return timelines.getOrDefault(device, Timeline.EMPTY);
  }

  /** Each of those who had a device gets what they had of it. */
  private static void share(
      ProfileKey device, Timeline timeline, Map<ProfileKey, Identity> identities) {
    for (var owner : timeline.leads().keySet()) {
      var identity = identities.getOrDefault(owner, Identity.of(owner));
      var shared = identity.with(device, timeline.of(identity.persons()));
      identity.persons().forEach(person -> identities.put(person, shared));
    }
  }

  /** How many devices are used by so many that their events count for nobody. */
  public long shared() {
    return timelines.values().stream().filter(Timeline::isShared).count();
  }

  private Collection<Set<ProfileKey>> components() {
    return parents.keySet().stream()
        .collect(Collectors.groupingBy(this::root, Collectors.toSet()))
        .values();
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
