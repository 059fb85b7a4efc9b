package dev.warmline.event;

/** A store could not answer: try again later. Nothing that was written is undone by it. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what could not be done.
   *
   * @param what for example {@code "append 12 events"}; no personal data
   */
  public StoreUnavailable(String what, Throwable cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
