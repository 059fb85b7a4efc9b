package dev.warmline.event;

/**
 * The place of an event in the log.
 *
 * @param profile whose log it is in
 * @param digest the {@link Digest} of its message id
 */
public record EventKey(ProfileKey profile, String digest) {}
