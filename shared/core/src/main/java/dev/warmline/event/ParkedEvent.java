package dev.warmline.event;

import java.time.Instant;

/**
 * Something that could not be taken, kept so that a person can see why and replay it.
 *
 * @param source the name of the source, or the stream it was read from
 * @param reason why, in words that say how to mend it; at most {@value #MAX_REASON} characters kept
 * @param at when it was refused
 * @param raw what was sent, cut to {@value #MAX_RAW} characters
 */
public record ParkedEvent(String source, String reason, Instant at, String raw) {
  /** The most characters of a reason that are kept. */
  public static final int MAX_REASON = 500;

  /** The most characters of the original that are kept. */
  public static final int MAX_RAW = 8_192;

  public ParkedEvent {
    reason = cut(reason, MAX_REASON);
    raw = cut(raw, MAX_RAW);
  }

  /** What names it: equal content parked twice is one item. */
  public String digest() {
    return Digest.of(source + "\n" + reason + "\n" + raw);
  }

  /** Never half of a surrogate pair: stores refuse that. */
  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }
}
