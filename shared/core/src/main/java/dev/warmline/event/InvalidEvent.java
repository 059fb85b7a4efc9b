package dev.warmline.event;

/** What was given is no event; the message says why, without personal data. */
public final class InvalidEvent extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with it. */
  public InvalidEvent(String message) {
    super(message);
  }
}
