package dev.warmline.ingest;

import java.time.Duration;

/** How an event travels: what its door knows about the software that sent it. */
public enum Channel {
  /** Posted by a client that sends again what was not answered. */
  POSTED(Duration.ofDays(1)),
  /** The address of an image: loaded by a browser or a mail program, without a body. */
  PIXEL(Duration.ofMinutes(1)),
  /** A plain HTML form: sent again by a person who clicks twice. */
  FORM(Duration.ofMinutes(1));

  private final Duration sameWithin;

  Channel(Duration sameWithin) {
    this.sameWithin = sameWithin;
  }

  /**
   * Equal events without message id and timestamp count once for a person if they arrive within the
   * same period of this length.
   */
  public Duration sameWithin() {
    return sameWithin;
  }
}
