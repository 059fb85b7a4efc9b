package dev.warmline.event;

import org.jspecify.annotations.Nullable;

/**
 * The place of an event in the log. The trust leads within a profile: whoever has a public key
 * cannot take the place of a server's event, and a server's events can be read by themselves.
 *
 * @param profile whose log it is in
 * @param trust the class of its source
 * @param digest the {@link Digest} of its {@link Event#name()}
 */
public record EventKey(ProfileKey profile, Trust trust, String digest) {

  /** What names it among the events of its profile, for example {@code s.Zq3...}. */
  public String name() {
    return classOf(trust) + digest;
  }

  /** How the names of all events of a class begin. */
  public static String classOf(Trust trust) {
    return switch (trust) {
      case SERVER -> "s.";
      case BROWSER -> "b.";
    };
  }

  /** Written out: what a record has of its own is made at run time, in every cold start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventKey(var otherProfile, var otherTrust, var otherDigest)
        && profile.equals(otherProfile)
        && trust == otherTrust
        && digest.equals(otherDigest);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * profile.hashCode() + trust.word().hashCode()) + digest.hashCode();
  }
}
