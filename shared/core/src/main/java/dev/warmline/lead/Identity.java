package dev.warmline.lead;

import dev.warmline.event.Event;
import dev.warmline.event.ProfileKey;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who a lead is: persons, and the devices that were theirs for a time.
 *
 * @param persons user ids, addresses and numbers linked to it, at most {@link #MAX_PERSONS}; empty
 *     for a tombstone
 * @param devices at most {@link #MAX_DEVICES}: those of servers, then those used last
 * @param mergedInto the survivor, if this lead was merged away: such a tombstone is never scored
 */
public record Identity(
    SortedSet<ProfileKey> persons,
    SortedMap<ProfileKey, Possession> devices,
    Optional<LeadId> mergedInto) {
  /** The most persons that one lead can have. */
  public static final int MAX_PERSONS = 50;

  /** The most devices whose events count for one lead. */
  public static final int MAX_DEVICES = 50;

  public Identity {
    persons = Collections.unmodifiableSortedSet(new TreeSet<>(persons));
    devices = Collections.unmodifiableSortedMap(new TreeMap<>(devices));
  }

  /** A living lead of one person. */
  public static Identity of(ProfileKey person) {
    return of(new TreeSet<>(Set.of(person)), new TreeMap<>());
  }

  /** A living lead of these persons and what was theirs of devices. */
  public static Identity of(
      SortedSet<ProfileKey> persons, SortedMap<ProfileKey, Possession> devices) {
    return new Identity(persons, devices, Optional.empty());
  }

  /** Somebody for whom no lead is stored: a device that was never claimed, or a person. */
  public static Identity ofStranger(ProfileKey profile) {
    return profile.isAnonymous()
        ? of(new TreeSet<>(), new TreeMap<>(Map.of(profile, Possession.WHOLE)))
        : of(profile);
  }

  /** What is left of a lead that was merged away. */
  public static Identity tombstone(LeadId survivor) {
    return new Identity(new TreeSet<>(), new TreeMap<>(), Optional.of(survivor));
  }

  /** The profiles whose logs hold its events, and on devices those of others too. */
  public SortedSet<ProfileKey> profiles() {
    var profiles = new TreeSet<>(persons);
    profiles.addAll(devices.keySet());
    return profiles;
  }

  /**
   * Whether the event is this lead's: of one of its persons, or of a device while it was theirs.
   */
  public boolean owns(Event event) {
    var profile = event.profile().key();
    var device = devices.get(profile);
    return device == null ? persons.contains(profile) : device.holds(event.occurredAt());
  }

  /** Whether a profile is one of its persons, or a device that is in their hands now. */
  public boolean has(ProfileKey profile) {
    var device = devices.get(profile);
    return device == null ? persons.contains(profile) : device.goesOn();
  }

  /** The same with this person too. */
  Identity with(ProfileKey person) {
    var more = new TreeSet<>(persons);
    more.add(person);
    return new Identity(more, devices, mergedInto);
  }

  /** The same without this person, whose devices are to be looked at again. */
  Identity without(ProfileKey person) {
    var fewer = new TreeSet<>(persons);
    fewer.remove(person);
    return new Identity(fewer, devices, mergedInto);
  }

  /** The same with what it has of a device now, which may be nothing. */
  Identity with(ProfileKey device, Optional<Possession> possession) {
    var changed = new TreeMap<>(devices);
    changed.remove(device);
    possession.ifPresent(it -> changed.put(device, it));
    return new Identity(persons, changed, mergedInto);
  }

  /** Two leads that are one. */
  Identity joined(Identity other) {
    var all = new TreeSet<>(persons);
    all.addAll(other.persons);
    var both = new TreeMap<>(devices);
    other.devices.forEach((device, it) -> both.merge(device, it, Possession::joined));
    return new Identity(all, both, mergedInto);
  }

  /**
   * The same, if a lead can have so many persons.
   *
   * @throws TooManyPersons naming the lead, if it cannot
   */
  Identity bounded(LeadId lead) {
    if (persons.size() > MAX_PERSONS) {
      throw new TooManyPersons(lead);
    }
    return this;
  }

  /** The same with its surest devices alone, by their timelines, if there are too many. */
  Identity limited(Function<ProfileKey, Timeline> timelines) {
    if (devices.size() <= MAX_DEVICES) {
      return this;
    }
    var ranks = new HashMap<ProfileKey, Timeline.Rank>();
    devices.keySet().forEach(key -> ranks.put(key, timelines.apply(key).rank(persons)));
    var kept = new TreeMap<>(devices);
    devices.keySet().stream()
        .sorted(
            Comparator.<ProfileKey, Timeline.Rank>comparing(ranks::get).thenComparing(key -> key))
        .skip(MAX_DEVICES)
        .forEach(kept::remove);
    return of(persons, kept);
  }
}
