package dev.warmline.event;

import java.util.Set;

/**
 * Something that sends events with a write key.
 *
 * @param name what events carry as {@code source}
 * @param trust {@link Trust#BROWSER} for public keys, {@link Trust#SERVER} for secret ones
 * @param allowedOrigins the origins a browser may send from; empty allows every origin
 * @param dailyLimit the most it may send in a day
 * @param backfill whether it brings history: its events are marked, and alert nobody by themselves
 * @param form how plain HTML forms of this source are read and answered
 */
public record Source(
    String name,
    Trust trust,
    Set<String> allowedOrigins,
    DailyLimit dailyLimit,
    boolean backfill,
    SourceForm form) {

  public Source {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /** A source that brings no history and knows no forms of its own. */
  public Source(String name, Trust trust, Set<String> allowedOrigins, long dailyEvents) {
    this(name, trust, allowedOrigins, DailyLimit.ofEvents(dailyEvents), false, SourceForm.PLAIN);
  }

  /** A source without limits. */
  public static Source of(String name, Trust trust) {
    return new Source(name, trust, Set.of(), 0);
  }

  /**
   * What forms of the source with this name are taken under: as public as a browser's write key,
   * and stored beside it.
   */
  public static String formKey(String name) {
    return "form:" + name;
  }

  /** Whether a page of this origin may send with this source's key. */
  public boolean allowsOrigin(String origin) {
    return allowedOrigins.isEmpty() || allowedOrigins.contains(origin);
  }
}
