package dev.warmline.event;

/**
 * A store will never do this as it was asked, for example because an item is too large: trying
 * again does not help. Whoever worked on it parks it and goes on with its neighbours.
 */
public final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what was refused and why.
   *
   * @param what for example {@code "commit 2 changes"}; no personal data
   * @param reason the store's own word for it, for example {@code ValidationException}
   */
  public Rejected(String what, String reason, Throwable cause) {
    super(what + ": refused for good (" + reason + ")", cause);
  }
}
