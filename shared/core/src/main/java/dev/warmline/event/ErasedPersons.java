package dev.warmline.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says of an event whether it would bring back somebody who was erased: it happened before that, or
 * others say it of somebody who has not come back. What they do themselves afterwards is theirs.
 */
public final class ErasedPersons {
  /** How long what carries no time of its own is known again when a client repeats it. */
  public static final Duration REPEATED_WITHIN = Duration.ofDays(7);

  /** Nobody was erased. */
  public static final ErasedPersons NOBODY = new ErasedPersons(Erasures.NONE);

  private final Erasures marks;

  /** By these marks. */
  public ErasedPersons(Erasures marks) {
    this.marks = marks;
  }

  /** The instant of the newest erasure; see {@link Erasures#newest}. */
  public Instant newest(Instant now) {
    return marks.newest(now);
  }

  /** Whether the event must be forgotten. Nothing is looked up for what is newer than all marks. */
  public boolean include(Event event, Instant now) {
    var newest = marks.newest(now);
    return !newest.equals(Instant.EPOCH)
        && mayBe(event, newest)
        && named(event).anyMatch(profile -> isErased(event, profile.key()))
        && !isOfAnother(event);
  }

  private static boolean mayBe(Event event, Instant newest) {
    return isBefore(event, newest)
        || isSaidByOthers(event)
        || (isUndated(event) && event.receivedAt().isBefore(newest.plus(REPEATED_WITHIN)));
  }

  private boolean isErased(Event event, ProfileKey profile) {
    var at = marks.find(profile.value());
    return at.isPresent()
        && (isBefore(event, at.get())
            || (isSaidByOthers(event) && !marks.isBack(profile))
            || (isUndated(event) && marks.find(repeated(event)).isPresent()));
  }

  /** An event of somebody who is there and only names the address of one who was erased. */
  private boolean isOfAnother(Event event) {
    var own = event.profile().key();
    return !own.isAnonymous() && marks.find(own.value()).isEmpty() && marks.isBack(own);
  }

  private static boolean isBefore(Event event, Instant erased) {
    return !event.occurredAt().isAfter(erased);
  }

  /** Whether it carries no time of its own, so that a repetition looks like something new. */
  public static boolean isUndated(Event event) {
    return event.occurredAt().equals(event.receivedAt());
  }

  /** What a repetition of an event is known by. */
  public static String repeated(Event event) {
    return "id\n" + event.profile().key() + "\n" + event.id();
  }

  /** Nobody does these by themselves: they are records of somebody, old or new. */
  public static boolean isSaidByOthers(Event event) {
    return event.json().path("backfill").asBoolean()
        || switch (event.type()) {
          case IMPORT, ADJUSTMENT, OUTCOME, EMAIL, CONSENT, VERDICT -> true;
          case PAGE, SCREEN, TRACK, IDENTIFY, GROUP, ALIAS -> false;
        };
  }

  /** Everybody an event names: whose it is, who else it says that is, and at which addresses. */
  private static Stream<Profile> named(Event event) {
    var previous =
        event.type() == EventType.ALIAS
            ? event.text("previousId").stream()
                .flatMap(
                    id ->
                        Stream.of(Profile.user(id), Profile.email(id), Profile.anonymous(id))
                            .flatMap(Optional::stream))
            : Stream.<Profile>empty();
    return Stream.of(
            Stream.of(event.profile()),
            EventJson.profileOf(event.json()).stream(),
            EventJson.addressesOf(event.json()),
            previous)
        .flatMap(it -> it)
        .distinct();
  }
}
