package dev.warmline.functions.notify;

/** An alert could not be posted yet: Lambda shall deliver it again. */
public final class NotDelivered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotDelivered(String message) {
    super(message);
  }
}
