package dev.warmline.handoff;

import dev.warmline.lead.NoticeId;

/** Hands an alert to everyone who subscribed: delivered at least once under its id. */
public interface AlertPublisher {

  /**
   * Publishes and returns once the message is accepted.
   *
   * @throws PublishFailed if it was not accepted, or nobody knows
   */
  void publish(NoticeId id, Message message);

  /** The message was not accepted, or its answer got lost. */
  final class PublishFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which alert and why. */
    public PublishFailed(NoticeId id, Throwable cause) {
      super("alert " + id + ": " + cause.getMessage(), cause);
    }
  }
}
