package dev.warmline.lead;

import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That a lead is being erased: what is to be looked for, kept until nothing of it is left.
 *
 * @param leads the lead and those that were merged into it
 * @param identity who it was
 * @param addresses the keys of addresses under which it may be listed
 * @param at when it was asked for: what happened later is the person's own new beginning
 * @param look when it is looked for what was let in meanwhile
 */
public record Erasure(
    LeadId lead,
    List<LeadId> leads,
    Identity identity,
    Set<ProfileKey> addresses,
    Instant at,
    Instant look) {

  public Erasure {
    leads = List.copyOf(leads);
    addresses = Set.copyOf(addresses);
  }

  /** The same, which is looked after once more then. */
  public Erasure lookingAt(Instant look) {
    return new Erasure(lead, leads, identity, addresses, at, look);
  }

  /** Whether it is of whoever has one of these ids. */
  public boolean isOf(Stream<Profile> profiles) {
    return profiles
        .map(Profile::key)
        .anyMatch(
            key ->
                identity.persons().contains(key) || identity.has(key) || addresses.contains(key));
  }

  /** Who stands for each of its persons where what was theirs must not fall to others. */
  public Map<ProfileKey, ProfileKey> nobodies() {
    var nobodies = new LinkedHashMap<ProfileKey, ProfileKey>();
    identity
        .persons()
        .forEach(
            person ->
                nobodies.put(person, new ProfileKey("u." + lead.value() + "-" + nobodies.size())));
    return nobodies;
  }

  /** Whether such a key stands for somebody who was erased. */
  public static boolean isNobody(ProfileKey person) {
    return person.value().startsWith("u.l-");
  }
}
