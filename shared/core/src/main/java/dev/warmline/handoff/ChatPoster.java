package dev.warmline.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Posts a message to the chat that sales reads. */
@FunctionalInterface
public interface ChatPoster {

  /** What became of a post. */
  sealed interface PostResult {

    /**
     * The chat took it.
     *
     * @param thread where it stands, if others can be put below it
     */
    record Posted(Optional<ChatThread> thread) implements PostResult {
      /** It stands where nothing can be put below it. */
      public Posted() {
        this(Optional.empty());
      }
    }

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

  /** Posts one message once, without retries of its own. */
  PostResult post(ChatPost post, Instant now);
}
