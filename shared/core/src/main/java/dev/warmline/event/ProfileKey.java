package dev.warmline.event;

import org.jspecify.annotations.Nullable;

/**
 * The key of a profile in the store: its kind's letter and a digest of its id, never the id itself,
 * because keys end up in logs, metrics, queues and error texts.
 *
 * @param value for example {@code u.Zq3...}: {@code u} user, {@code e} e-mail, {@code p} phone,
 *     {@code a} anonymous
 */
public record ProfileKey(String value) implements Comparable<ProfileKey> {
  private static final int SHORTEST = 3;

  public ProfileKey {
    if (value.length() < SHORTEST
        || value.charAt(1) != '.'
        || "uepa".indexOf(value.charAt(0)) < 0) {
      throw new IllegalArgumentException("not a profile key: " + value);
    }
  }

  /** Whether this is a device nobody has named, as opposed to a person. */
  public boolean isAnonymous() {
    return value.charAt(0) == 'a';
  }

  /** Whether this is a user id. */
  public boolean isUser() {
    return value.charAt(0) == 'u';
  }

  /** Written out, as in {@link EventKey}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProfileKey(var otherValue) && value.equals(otherValue);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(ProfileKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
