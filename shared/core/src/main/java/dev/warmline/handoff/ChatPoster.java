package dev.warmline.handoff;

import java.time.Duration;

/** Posts a message to the chat that sales reads. */
public interface ChatPoster {

  /** What became of a post. */
  sealed interface PostResult {

    /** The chat took it. */
    record Posted() implements PostResult {}

    /**
     * Not now: too many posts, or trouble on the way or on the other side. It may have been posted.
     *
     * @param pause how long the chat asked to be left alone; zero if it did not say
     */
    record RetryAfter(Duration pause) implements PostResult {}

    /**
     * Never, as it is: the address is gone or the message is not accepted.
     *
     * @param status the HTTP status; 0 if nothing was sent
     * @param reason a short word or sentence without personal data or secrets
     */
    record Refused(int status, String reason) implements PostResult {}
  }

  /**
   * Posts one message once, without retries of its own.
   *
   * @param body the JSON that the chat's webhook takes
   */
  PostResult post(String body);
}
