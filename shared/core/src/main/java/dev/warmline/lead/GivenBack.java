package dev.warmline.lead;

import java.time.Instant;
import java.util.Optional;

/**
 * What giving a lead back left open, until its next cycle opens.
 *
 * @param reason the reason that was given
 * @param note what was said beside
 * @param by who gave it back
 * @param asks whether marketing still has to answer
 * @param answerBy until when, if the model or the team sets a time
 * @param until when it is announced again, if that was promised
 * @param again in whose hands it then comes
 */
public record GivenBack(
    String reason,
    Optional<String> note,
    String by,
    boolean asks,
    Optional<Instant> answerBy,
    Optional<Instant> until,
    Assignment again) {

  /** The same, answered. */
  GivenBack answered() {
    return new GivenBack(reason, note, by, false, Optional.empty(), until, again);
  }

  /** Whether the promised day has come. */
  boolean isDue(Instant now) {
    return until.filter(day -> !now.isBefore(day)).isPresent();
  }
}
