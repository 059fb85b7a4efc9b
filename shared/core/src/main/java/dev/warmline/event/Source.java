package dev.warmline.event;

import java.util.Set;

/**
 * Something that sends events with a write key.
 *
 * @param name what events carry as {@code source}
 * @param trust {@link Trust#BROWSER} for public keys, {@link Trust#SERVER} for secret ones
 * @param allowedOrigins the origins a browser may send from; empty allows every origin
 * @param dailyLimit the most events a day, 0 for no limit
 */
public record Source(String name, Trust trust, Set<String> allowedOrigins, long dailyLimit) {

  public Source {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /** A source without limits. */
  public static Source of(String name, Trust trust) {
    return new Source(name, trust, Set.of(), 0);
  }

  /** Whether a page of this origin may send with this source's key. */
  public boolean allowsOrigin(String origin) {
    return allowedOrigins.isEmpty() || allowedOrigins.contains(origin);
  }
}
