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
 * <p>An identify or alias of a known person claims the anonymous profile it names. Only a server
 * may say that two known profiles are one person: a browser's word would let anyone take over a
 * lead by naming its e-mail address.
 *
 * @param self the profile the event belongs to
 * @param claimed anonymous profiles that the event names as this person's
 * @param same known profiles that are the same person
 */
public record Naming(ProfileKey self, Set<ProfileKey> claimed, Set<ProfileKey> same) {

  public Naming {
    claimed = Set.copyOf(claimed);
    same = Set.copyOf(same);
  }

  /** What this event says. */
  public static Naming of(Event event) {
    var self = event.profile().key();
    var claimed = new TreeSet<ProfileKey>();
    var same = new TreeSet<ProfileKey>();
    if (namesPeople(event.type()) && !self.isAnonymous()) {
      anonymous(event, "anonymousId").ifPresent(claimed::add);
      if (event.type() == EventType.ALIAS) {
        anonymous(event, "previousId").ifPresent(claimed::add);
      }
      if (event.trust() == Trust.SERVER) {
        addSame(event, same);
      }
    }
    same.remove(self);
    return new Naming(self, claimed, same);
  }

  /** The claim that the event makes on the anonymous profiles it names. */
  public static Claim claimOf(Event event) {
    return new Claim(event.trust(), event.occurredAt(), event.id());
  }

  private static boolean namesPeople(EventType type) {
    return switch (type) {
      case IDENTIFY, ALIAS, IMPORT -> true;
      case PAGE, SCREEN, TRACK, EMAIL, GROUP, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  private static void addSame(Event event, Set<ProfileKey> same) {
    event.text("userId").flatMap(Profile::user).map(Profile::key).ifPresent(same::add);
    EventJson.emailOf(event.json()).map(Profile::key).ifPresent(same::add);
    if (event.type() == EventType.ALIAS) {
      event.text("previousId").ifPresent(id -> previous(id).ifPresent(same::add));
    }
  }

  private static Optional<ProfileKey> previous(String id) {
    return Profile.email(id).or(() -> Profile.user(id)).map(Profile::key);
  }

  private static Optional<ProfileKey> anonymous(Event event, String key) {
    return event.text(key).flatMap(Profile::anonymous).map(Profile::key);
  }
}
