package dev.warmline.event;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An id that events carry. Written {@code user:u-7}, {@code email:jane@example.com} or {@code
 * anonymous:8f2c}.
 *
 * @param kind whose id it is
 * @param id never blank; an e-mail address is lower case
 */
public record Profile(Kind kind, String id) {
  private static final Set<String> NOBODY =
      Set.of("", "null", "undefined", "0", "none", "guest", "anonymous", "nan", "[object object]");

  /** The kinds of ids, the strongest first. */
  public enum Kind {
    USER,
    EMAIL,
    ANONYMOUS;

    /** The word before the colon. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Profile {
    if (isNobody(id)) {
      throw new IllegalArgumentException("an id that names nobody: \"" + id + "\"");
    }
    if (kind == Kind.EMAIL) {
      id = id.toLowerCase(Locale.ROOT);
    }
  }

  /** The profile of a user id, or empty if the id names nobody. */
  public static Optional<Profile> user(String id) {
    return of(Kind.USER, id);
  }

  /** The profile of an e-mail address, or empty if it names nobody or has no {@code @}. */
  public static Optional<Profile> email(String address) {
    return address.indexOf('@') > 0 ? of(Kind.EMAIL, address) : Optional.empty();
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
      case "anonymous" -> anonymous(id);
      default -> Optional.empty();
    };
  }

  /**
   * Whether an id counts as absent: clients send {@code null}, {@code undefined}, {@code 0}, {@code
   * [object Object]} and the like, and they would make one lead of all strangers.
   */
  public static boolean isNobody(String id) {
    return NOBODY.contains(id.strip().toLowerCase(Locale.ROOT));
  }

  /** The key under which this profile's events are stored. */
  public ProfileKey key() {
    return new ProfileKey(kind.word().charAt(0) + "." + Digest.of(id));
  }

  private static Optional<Profile> of(Kind kind, String id) {
    var stripped = id.strip();
    return isNobody(stripped) ? Optional.empty() : Optional.of(new Profile(kind, stripped));
  }

  @Override
  public String toString() {
    return kind.word() + ":" + id;
  }
}
