package dev.warmline.event;

import org.jspecify.annotations.Nullable;

/**
 * The place of an event in the log.
 *
 * @param profile whose log it is in
 * @param digest the {@link Digest} of its message id
 */
public record EventKey(ProfileKey profile, String digest) {

  /** Written out: what a record has of its own is made at run time, in every cold start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventKey(var otherProfile, var otherDigest)
        && profile.equals(otherProfile)
        && digest.equals(otherDigest);
  }

  @Override
  public int hashCode() {
    return 31 * profile.hashCode() + digest.hashCode();
  }
}
