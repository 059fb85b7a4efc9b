package dev.warmline.event;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An id that events carry. Written {@code user:u-7}, {@code email:jane@example.com}, {@code
 * phone:+493012345} or {@code anonymous:8f2c}.
 *
 * @param kind whose id it is
 * @param id never blank; an e-mail address or a phone number is in its one form
 */
public record Profile(Kind kind, String id) {

  /** The kinds of ids, the strongest first. */
  public enum Kind {
    USER,
    EMAIL,
    PHONE,
    ANONYMOUS;

    /** The word before the colon. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Profile {
    var given = id;
    id =
        inOneForm(kind, id)
            .orElseThrow(
                () -> new IllegalArgumentException("an id that names nobody: \"" + given + "\""));
  }

  /** The profile of a user id, or empty if the id names nobody. */
  public static Optional<Profile> user(String id) {
    return of(Kind.USER, id);
  }

  /** The profile of an e-mail address, or empty if the text is none ({@link EmailAddress}). */
  public static Optional<Profile> email(String address) {
    return of(Kind.EMAIL, address);
  }

  /**
   * The profile of a phone number, or empty if the text is none: 7 to 15 digits with a {@code +} or
   * {@code 00} in front if the country is named.
   */
  public static Optional<Profile> phone(String number) {
    return of(Kind.PHONE, number);
  }

  /** The profile of an anonymous id, or empty if the id names nobody. */
  public static Optional<Profile> anonymous(String id) {
    return of(Kind.ANONYMOUS, id);
  }

  /** The profile written as {@code kind:id}, or empty. */
  public static Optional<Profile> parse(String text) {
    var colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    var id = text.substring(colon + 1);
    return switch (text.substring(0, colon)) {
      case "user" -> user(id);
      case "email" -> email(id);
      case "phone" -> phone(id);
      case "anonymous" -> anonymous(id);
      default -> Optional.empty();
    };
  }

  /** What a person may mean who names one by whatever is at hand, the surest first. */
  public static Stream<Profile> meant(String anyId) {
    return Stream.of(parse(anyId), user(anyId), email(anyId), phone(anyId), anonymous(anyId))
        .flatMap(Optional::stream)
        .distinct();
  }

  /**
   * Whether an id counts as absent: clients send {@code null}, {@code undefined}, {@code 0}, {@code
   * [object Object]} and the like, and they would make one lead of all strangers.
   */
  public static boolean isNobody(String id) {
    return NobodyIds.contain(id);
  }

  /** The key under which this profile's events are stored. */
  public ProfileKey key() {
    return new ProfileKey(kind.word().charAt(0) + "." + Digest.of(id));
  }

  private static Optional<Profile> of(Kind kind, String id) {
    return inOneForm(kind, id).map(form -> new Profile(kind, form));
  }

  private static Optional<String> inOneForm(Kind kind, String id) {
    return switch (kind) {
      case EMAIL -> EmailAddress.parse(id).map(EmailAddress::toString);
      case PHONE -> PhoneNumber.parse(id);
      case USER, ANONYMOUS -> Optional.of(id.strip()).filter(it -> !isNobody(it));
    };
  }

  @Override
  public String toString() {
    return kind.word() + ":" + id;
  }
}
