package dev.warmline.lead;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one event says about who is who.
 *
 * <p>Whatever names a person and a device says that the device is in their hands. Only a server may
 * say that an address belongs to a user, or that two users are one: a browser's word would let
 * anyone take over a lead by naming its e-mail address.
 *
 * @param claim the person that the event names, from when on; what it says of the others
 * @param devices that are in this person's hands
 * @param addresses of this user, who has a user id: the user who had one first keeps it
 * @param same other persons who are this one
 */
record Naming(
    Claim claim, Set<ProfileKey> devices, Set<ProfileKey> addresses, Set<ProfileKey> same) {

  Naming {
    devices = Set.copyOf(devices);
    addresses = Set.copyOf(addresses);
    same = Set.copyOf(same);
  }

  /** What this event says; empty if it names no person. */
  static Optional<Naming> of(Event event) {
    return person(event).map(person -> of(event, person));
  }

  /** The person that an event is of, or names though it is kept as the device's. */
  private static Optional<ProfileKey> person(Event event) {
    return Optional.of(event.profile().key())
        .filter(key -> !key.isAnonymous())
        .or(() -> EventJson.profileOf(event.json()).map(Profile::key))
        .filter(key -> !key.isAnonymous());
  }

  private static Naming of(Event event, ProfileKey person) {
    var devices = new TreeSet<ProfileKey>();
    var addresses = new TreeSet<ProfileKey>();
    var same = new TreeSet<ProfileKey>();
    anonymous(event, "anonymousId").ifPresent(devices::add);
    Optional.of(event.profile().key()).filter(ProfileKey::isAnonymous).ifPresent(devices::add);
    if (event.type() == EventType.ALIAS) {
      anonymous(event, "previousId").ifPresent(devices::add);
    }
    if (event.trust() == Trust.SERVER && person.isUser() && namesPeople(event.type())) {
      EventJson.addressesOf(event.json()).map(Profile::key).forEach(addresses::add);
      if (event.type() == EventType.ALIAS) {
        event.text("previousId").ifPresent(id -> addPrevious(id, addresses, same));
      }
    }
    same.remove(person);
    var claim = new Claim(person, event.trust(), event.occurredAt(), event.id());
    return new Naming(claim, devices, addresses, same);
  }

  private static boolean namesPeople(EventType type) {
    return switch (type) {
      case IDENTIFY, ALIAS, IMPORT -> true;
      case PAGE, SCREEN, TRACK, EMAIL, GROUP, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  private static void addPrevious(String id, Set<ProfileKey> addresses, Set<ProfileKey> same) {
    Profile.email(id)
        .map(Profile::key)
        .ifPresentOrElse(
            addresses::add, () -> Profile.user(id).map(Profile::key).ifPresent(same::add));
  }

  private static Optional<ProfileKey> anonymous(Event event, String key) {
    return event.text(key).flatMap(Profile::anonymous).map(Profile::key);
  }
}
